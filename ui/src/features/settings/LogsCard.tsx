import { Button } from '@fluentui/react-components'
import { engine } from '../../ipc'
import { useAction, useDesk } from '../../shared/lib'
import { Icon } from '../../shared/look'
import { Card, ProblemText } from '../../shared/parts'
import { useSay, Words } from '../../shared/words'
import styles from './settings.module.css'
import { useSaved } from './useSaved'
import { useTold } from './useTold'

/** What the program wrote down of its own work: to be looked at, handed on, or cleared. */
export function LogsCard() {
  const say = useSay()
  const { announce } = useDesk()
  const { told: logs, setTold, problem } = useTold(engine.logs)
  const { busy, run, problem: failed } = useAction()
  const clear = () =>
    void run(async () => {
      setTold(await engine.logsClear())
      announce(say('settings-logs-cleared'))
    })
  const { saved, line } = useSaved()
  const save = () => void run(async () => saved(await engine.logsSave()))
  return (
    <Card title="settings-logs-title" why="settings-logs-why">
      {logs && (
        <>
          <Words as="p" id="settings-logs-size" values={{ kilobytes: logs.kilobytes }} />
          {logs.stopped && (
            <div>
              <Words as="p" id="settings-logs-stopped" />
              <ProblemText problem={logs.stopped} />
            </div>
          )}
          <div className={styles.actions}>
            <Button icon={<Icon name="external" />} onClick={() => void run(engine.logsOpen)}>
              {say('settings-logs-open')}
            </Button>
            <Button icon={<Icon name="download" />} disabledFocusable={busy} onClick={save}>
              {say('settings-logs-save')}
            </Button>
            <Button icon={<Icon name="remove" />} disabledFocusable={busy} onClick={clear}>
              {say('settings-logs-clear')}
            </Button>
          </div>
          {line}
        </>
      )}
      {problem && <ProblemText problem={problem} />}
      {failed && <ProblemText problem={failed} />}
    </Card>
  )
}
