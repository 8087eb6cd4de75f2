import { Button } from '@fluentui/react-components'
import { engine } from '../../ipc'
import { useAction } from '../../shared/lib'
import { Icon } from '../../shared/look'
import { Card, ProblemText } from '../../shared/parts'
import { useMoment, useSay, Words } from '../../shared/words'
import styles from './settings.module.css'
import { useTold } from './useTold'

/** Where everything lies, and whether that is a good place. */
export function FolderCard() {
  const say = useSay()
  const { moment } = useMoment()
  const { told: folder, problem } = useTold(engine.folder)
  const { run, problem: unopened } = useAction()
  return (
    <Card title="settings-folder-title" why="settings-folder-why">
      {folder && (
        <>
          <p className={styles.path}>{folder.path}</p>
          <Words as="p" id="settings-size" values={{ kilobytes: folder.kilobytes }} />
          {folder.copiedAt ? (
            <Words as="p" id="settings-copied" values={{ at: moment(folder.copiedAt) }} />
          ) : (
            <Words as="p" id="settings-copied-never" />
          )}
          {folder.risk && (
            <div className={styles.warning} role="note">
              <Icon name="attention" />
              <div>
                <Words as="p" id={`settings-risk-${folder.risk}`} />
                <Words as="p" id="settings-risk-fix" />
              </div>
            </div>
          )}
          <div>
            <Button icon={<Icon name="external" />} onClick={() => void run(engine.folderOpen)}>
              {say('settings-folder-open')}
            </Button>
          </div>
        </>
      )}
      {problem && <ProblemText problem={problem} />}
      {unopened && <ProblemText problem={unopened} />}
    </Card>
  )
}
