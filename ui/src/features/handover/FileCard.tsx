import { Button, Checkbox } from '@fluentui/react-components'
import { useState } from 'react'
import { type AppSnapshot, engine, type HandoverPreview, type SetupSnapshot } from '../../ipc'
import { useAction, useKeepsFocus } from '../../shared/lib'
import { Icon } from '../../shared/look'
import { Card, ProblemText } from '../../shared/parts'
import { useSay, Words } from '../../shared/words'
import { Contents } from './Contents'
import styles from './handover.module.css'
import { Seal } from './Seal'

interface Props {
  app: AppSnapshot
  setup: SetupSnapshot
}

/** One sealed file for another computer: what is inside is shown first, then its passphrase is chosen. */
export function FileCard({ app, setup }: Props) {
  const say = useSay()
  const { busy, problem, run } = useAction()
  const [all, setAll] = useState(false)
  const [told, setTold] = useState<HandoverPreview | null>(null)
  const shown = useKeepsFocus<HTMLDivElement>(told)
  const own = setup.connection.id
  const ids = all ? app.connections.map(one => one.id) : [own]
  const look = () => void run(async () => setTold(await engine.handoverContents(ids)))
  return (
    <Card title="handover-file" why="handover-file-why">
      <div ref={shown}>
        {told ? (
          <>
            <Words as="p" id="handover-file-holds" className={styles.said} />
            {told.connections.map(item => (
              <Contents key={item.index} item={item} />
            ))}
            <Words as="p" id="handover-file-left" className={styles.soft} />
            <Seal ids={ids} onClose={() => setTold(null)} />
          </>
        ) : (
          <>
            {app.connections.length > 1 && (
              <Checkbox
                checked={all}
                onChange={(_, { checked }) => setAll(checked === true)}
                label={<Words id="handover-file-all" values={{ count: app.connections.length }} />}
              />
            )}
            <div className={styles.actions}>
              <Button icon={<Icon name="eye" />} disabledFocusable={busy} onClick={look}>
                {say('handover-file-look')}
              </Button>
            </div>
          </>
        )}
      </div>
      {problem && <ProblemText problem={problem} />}
    </Card>
  )
}
