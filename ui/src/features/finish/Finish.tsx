import { Button } from '@fluentui/react-components'
import { engine, type SetupSnapshot, type StopView } from '../../ipc'
import { useAction } from '../../shared/lib'
import { Icon, TramDrawing } from '../../shared/look'
import { CopyButton, Page, ProblemText, Sign, TaskRow, TaskRows, useAnswer } from '../../shared/parts'
import { useMoment, useSay, Words } from '../../shared/words'
import styles from './finish.module.css'
import { finishText } from './finishText'
import { tally } from './tally'

interface Props {
  setup: SetupSnapshot
  onSetup(): void
  onChange(): void
}

/** What was verified, when, and by which call; and what was only said, and by whom. */
export function Finish({ setup, onSetup, onChange }: Props) {
  const say = useSay()
  const { fullMoment } = useMoment()
  const answer = useAnswer()
  const leaving = useAction()
  const { connection, finished, stops } = setup
  const company = connection.name || say('rail-unnamed')
  const practice = connection.region === 'practice'
  return (
    <Page
      title={finished ? 'finish-title' : 'finish-title-open'}
      lead={finished ? (practice ? 'finish-lead-practice' : 'finish-lead') : 'finish-lead-open'}
      leadValues={{ company }}
      under={<Tally setup={setup} />}
      footer={
        <>
          <Button onClick={onSetup}>{say('finish-back')}</Button>
          <Button onClick={onChange}>{say('finish-change')}</Button>
          <span className={styles.gap} />
          <CopyButton name="finish-copy" text={finishText(setup, company, { say, moment: fullMoment, answer })} />
          {practice && (
            <Button
              appearance="primary"
              icon={<Icon name="next" />}
              iconPosition="after"
              onClick={() => void leaving.run(() => engine.connectionLeave())}
            >
              {say('finish-company')}
            </Button>
          )}
        </>
      }
    >
      {finished && <TramDrawing at="end" />}
      {stops.map(view => (
        <StopProofs key={view.stop} view={view} />
      ))}
      {leaving.problem && <ProblemText problem={leaving.problem} />}
    </Page>
  )
}

/** How much was verified and how much was said, before the long list of it. */
function Tally({ setup }: { setup: SetupSnapshot }) {
  const { verified, said, open } = tally(setup)
  return (
    <p className={styles.tally}>
      <span>
        <Sign kind="done" />
        <Words id="finish-verified" values={{ count: verified }} />
      </span>
      <span>
        <Sign kind="said" />
        <Words id="finish-said" values={{ count: said }} />
      </span>
      {open > 0 && (
        <span>
          <Sign kind="waiting" />
          <Words id="finish-open" values={{ count: open }} />
        </span>
      )}
    </p>
  )
}

function StopProofs({ view: { stop, tasks } }: { view: StopView }) {
  return (
    <section className={styles.stop} aria-labelledby={`finish-${stop}`}>
      <h2 id={`finish-${stop}`}>
        <Words id={`stop-${stop}`} />
      </h2>
      <TaskRows>
        {tasks.map(task => (
          <TaskRow key={task.task} title={`task-${task.task}`} task={task} proof="full" />
        ))}
      </TaskRows>
    </section>
  )
}
