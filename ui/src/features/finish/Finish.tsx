import { Button } from '@fluentui/react-components'
import { useEffect, useRef } from 'react'
import { engine, type SetupSnapshot, type StopView } from '../../ipc'
import { useAction } from '../../shared/lib'
import { Icon, TramDrawing } from '../../shared/look'
import { CopyButton, ProblemText, TaskRow, TaskRows, useAnswer } from '../../shared/parts'
import { useMoment, useSay, Words } from '../../shared/words'
import styles from './finish.module.css'
import { finishText } from './finishText'

interface Props {
  setup: SetupSnapshot
  onSetup(): void
}

/** What was verified, when, and by which call; and what was only said, and by whom. */
export function Finish({ setup, onSetup }: Props) {
  const say = useSay()
  const { moment } = useMoment()
  const answer = useAnswer()
  const leaving = useAction()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  const { connection, finished, stops } = setup
  const company = connection.name || say('rail-unnamed')
  const practice = connection.region === 'practice'
  return (
    <>
      <div className={styles.scroll}>
        <div className={styles.page}>
          <header className={styles.hero}>
            <h1 ref={heading} tabIndex={-1}>
              <Words id={finished ? 'finish-title' : 'finish-title-open'} />
            </h1>
            <Words
              as="p"
              id={finished ? (practice ? 'finish-lead-practice' : 'finish-lead') : 'finish-lead-open'}
              values={{ company }}
            />
          </header>
          {finished && <TramDrawing at="end" />}
          {stops.map(view => (
            <StopProofs key={view.stop} view={view} />
          ))}
          {leaving.problem && <ProblemText problem={leaving.problem} />}
        </div>
      </div>
      <footer className={styles.footer}>
        <Button onClick={onSetup}>{say('finish-back')}</Button>
        <span className={styles.gap} />
        <CopyButton name="finish-copy" text={finishText(setup, company, { say, moment, answer })} />
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
      </footer>
    </>
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
