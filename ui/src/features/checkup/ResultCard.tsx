import { Button } from '@fluentui/react-components'
import { type CheckupSnapshot, type ConnectionId, engine } from '../../ipc'
import { useAction, useDesk, useKeepsFocus } from '../../shared/lib'
import { Icon } from '../../shared/look'
import { CopyButton, ProblemText, TaskCard } from '../../shared/parts'
import { type Say, useMoment, useSay, Words } from '../../shared/words'
import styles from './checkup.module.css'
import { needsSomebody } from './states'

interface Props {
  id: ConnectionId
  checkup: CheckupSnapshot
  onDone(): Promise<void>
}

/** What the last check-up says as a whole, and the button for another. */
export function ResultCard({ id, checkup, onDone }: Props) {
  const say = useSay()
  const { fullMoment } = useMoment()
  const { announce } = useDesk()
  const { busy, problem, run } = useAction()
  const stopping = useAction()
  const { checking, at } = checkup
  const running = busy || checking !== null
  const buttons = useKeepsFocus<HTMLDivElement>(String(running))
  const start = () =>
    void run(async () => {
      const ended = await engine.checkupRun(id)
      await onDone()
      const stopped = ended.runs[0]?.id === checkup.runs[0]?.id
      announce(stopped ? say('checkup-stopped') : say('checkup-ended', { result: summary(say, ended) }))
    })
  const failure = problem ?? stopping.problem
  return (
    <TaskCard
      title="checkup-result"
      actions={
        <div className={styles.acts} ref={buttons} tabIndex={-1}>
          {running ? (
            <Button onClick={() => void stopping.run(() => engine.setupCancel(id))}>{say('checkup-stop')}</Button>
          ) : (
            <Button appearance="primary" icon={<Icon name={at ? 'retry' : 'play'} />} onClick={start}>
              {say(at ? 'checkup-again' : 'checkup-run')}
            </Button>
          )}
          {at && !running && <CopyButton name="checkup-copy" text={() => engine.checkupForIt(id, null)} />}
        </div>
      }
    >
      {checking ? (
        <div className={styles.progress}>
          <Words as="p" id="checkup-progress" values={{ done: checking.done, total: checking.total }} />
          <progress value={checking.done} max={checking.total} aria-label={say('overview-state-checking')} />
        </div>
      ) : (
        <p className={styles.result} data-needs={needed(checkup) > 0}>
          {at ? summary(say, checkup) : <Words id="checkup-never" />}
          {at && (
            <small>
              <Words id="checkup-at" values={{ at: fullMoment(at) }} />
            </small>
          )}
        </p>
      )}
      {failure && <ProblemText problem={failure} />}
    </TaskCard>
  )
}

function needed({ checks }: CheckupSnapshot): number {
  return checks.filter(({ found }) => found && needsSomebody(found.state)).length
}

function summary(say: Say, checkup: CheckupSnapshot): string {
  const count = needed(checkup)
  return count === 0 ? say('checkup-all-fine') : say('checkup-some-need', { count })
}
