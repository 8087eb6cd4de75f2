import { Button } from '@fluentui/react-components'
import {
  engine,
  type ReminderView,
  type SetupSnapshot,
  type Task,
  taskNamed,
  type WaitKind,
  type WaitView,
} from '../../ipc'
import { fieldProblem, pageProblem, useAction, useDesk, useKeepsFocus } from '../../shared/lib'
import { Scene } from '../../shared/look'
import { AskOther, ProblemText, Rest, Sign, type SignKind, useProblemWords } from '../../shared/parts'
import { Spoken, useAgo, useMoment, useSay, type WordId, Words } from '../../shared/words'
import styles from './overview.module.css'

const signs: Record<WaitKind, SignKind> = {
  answered: 'done',
  problem: 'attention',
  asked: 'asked',
  'reminder-due': 'attention',
  'secret-old': 'waiting',
  open: 'waiting',
}

interface Props {
  setup: SetupSnapshot
  onTask(task: Task): void
  onReminders(): void
}

/** One line each: what, whose turn it is, and one button. */
export function Waits({ setup, onTask, onReminders }: Props) {
  const { waits, standing } = setup.overview
  const keys = waits.map(({ kind, task, reminder }) => `${kind} ${reminder?.id ?? task}`)
  const heading = useKeepsFocus<HTMLHeadingElement>(keys.join())
  return (
    <section className={styles.card} aria-labelledby="overview-waits">
      <h2 id="overview-waits" ref={heading} tabIndex={-1}>
        <Words id="overview-waits" />
      </h2>
      {waits.length === 0 ? (
        <div className={styles.calm}>
          <Scene name="calm" width={280} />
          <Words as="p" id="overview-waits-none" />
        </div>
      ) : (
        <ul>
          {waits.map((wait, index) => (
            <Wait
              key={keys[index]}
              setup={setup}
              wait={wait}
              onShow={() => (wait.reminder && !wait.reminder.task ? onReminders() : onTask(wait.task))}
              quiet={wait.kind === 'open' && standing === 'begun'}
            />
          ))}
        </ul>
      )}
    </section>
  )
}

function titleOf({ task, reminder }: WaitView): WordId {
  return reminder ? `reminder-kind-${reminder.kind}` : `task-${task}`
}

interface WaitProps {
  setup: SetupSnapshot
  wait: WaitView
  onShow(): void
  /** The page's own button leads there already. */
  quiet: boolean
}

function Wait({ setup, wait, onShow, quiet }: WaitProps) {
  const say = useSay()
  const { kind, problem, task, reminder } = wait
  const what = say(titleOf(wait))
  const title = reminder?.note ? say('reminder-title-note', { what, note: reminder.note }) : what
  const problemWords = useProblemWords()
  const told = problem && problemWords(problem).what
  const seeing = useAction()
  return (
    <li data-kind={kind}>
      <Sign kind={signs[kind]} />
      <div className={styles.what}>
        <h3>{title}</h3>
        <p>
          <Whose wait={wait} />
        </p>
        {told && (
          <p>
            <Spoken text={told} />
          </p>
        )}
      </div>
      {kind === 'answered' && (
        <Button
          disabledFocusable={seeing.busy}
          onClick={() => void seeing.run(() => engine.askUndo(setup.connection.id, task))}
        >
          {say('overview-seen')}
          <span className="hidden-words">{` ${title}`}</span>
        </Button>
      )}
      {kind !== 'answered' && kind !== 'asked' && !quiet && (
        <Button onClick={onShow}>
          {say(kind === 'open' && wait.who === 'you' ? 'overview-do' : 'overview-show')}
          <span className="hidden-words">{` ${title}`}</span>
        </Button>
      )}
      {reminder && <Reminded setup={setup} reminder={reminder} title={title} />}
      {kind === 'asked' && (
        <div className={styles.askAgain}>
          <AskOther task={taskNamed(setup, task)} />
        </div>
      )}
      {seeing.problem && (
        <div className={styles.whole}>
          <ProblemText problem={seeing.problem} />
        </div>
      )}
    </li>
  )
}

/** Done, or later: without leaving the home page. */
function Reminded({ setup, reminder, title }: { setup: SetupSnapshot; reminder: ReminderView; title: string }) {
  const say = useSay()
  const { announce } = useDesk()
  const { busy, problem, run } = useAction()
  const { id } = setup.connection
  const told = (done: string, work: () => Promise<unknown>) => void run(work).then(well => well && announce(done))
  const elsewhere = pageProblem(['date'], problem)
  return (
    <div className={styles.reminded}>
      <Button
        disabledFocusable={busy}
        onClick={() => told(say('reminder-done-told', { what: title }), () => engine.reminderDone(id, reminder.id))}
      >
        {say('reminder-done')}
        <span className="hidden-words">{` ${title}`}</span>
      </Button>
      <Rest
        what={title}
        busy={busy}
        problem={fieldProblem('date', problem, [])}
        onRest={rest =>
          told(say('reminder-rest-told', { what: title }), () => engine.reminderSnooze(id, reminder.id, rest))
        }
      />
      {elsewhere && <ProblemText problem={elsewhere} />}
    </div>
  )
}

function Whose({ wait }: { wait: WaitView }) {
  const say = useSay()
  const ago = useAgo()
  const { date } = useMoment()
  const needs = say('overview-needs', { who: wait.who })
  if (wait.kind === 'answered') return <Words id="overview-answered" />
  if (wait.asked) {
    const long = ago(wait.asked.askedAt)
    if (!long) return <Words id="overview-asked-now" values={{ needs }} />
    return <Words id="overview-asked-ago" values={{ needs, ago: long }} />
  }
  if (wait.due) return <Words id="overview-needs-by" values={{ needs, date: date(wait.due) }} />
  return needs
}
