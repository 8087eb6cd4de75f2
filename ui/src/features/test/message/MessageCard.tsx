import { Button } from '@fluentui/react-components'
import {
  engine,
  type MessageDraft,
  type MessagePreview,
  type Person,
  type RobotView,
  type SetupSnapshot,
  taskNamed,
} from '../../../ipc'
import { type Draft, fieldProblem, useLive } from '../../../shared/lib'
import { ChooseOne, type Option, TaskCard } from '../../../shared/parts'
import { useMoment, useSay, Words } from '../../../shared/words'
import { Correction } from '../robot/Correction'
import styles from '../test.module.css'
import { Book } from './Book'
import { Composer } from './Composer'
import { Data } from './Data'
import { Doubt } from './Doubt'
import { Look } from './Look'
import { Mentions } from './Mentions'
import own from './message.module.css'
import { Recipients } from './Recipients'
import type { Press, Sending, Way } from './useSending'

const ways: Option<Way>[] = [
  { value: 'group', label: 'test-way-group', why: 'test-way-group-why' },
  { value: 'notice', label: 'test-way-notice', why: 'test-way-notice-why' },
]
/** Told beside its field, in the correction, or in the panel of a doubtful message. */
export const claimed = [
  'robot-name',
  'webhook',
  'robot-secret',
  'keyword',
  'message',
  'message-title',
  'mentions',
  'recipient',
] as const

interface Props {
  setup: SetupSnapshot
  draft: Draft<MessageDraft>
  way: Way
  onWay(way: Way): void
  robot: RobotView | null
  recipient: Person | null
  onRecipient(person: Person | null): void
  sending: Sending
  /** Those that are not the page's primary action. */
  presses: readonly Press[]
  busy: boolean
}

/** The first message: written, seen as it will look and exactly as it will leave, tried, and sent. */
export function MessageCard(props: Props) {
  const { setup, draft, way, onWay, robot, recipient, onRecipient, sending, presses, busy } = props
  const say = useSay()
  const { id } = setup.connection
  const task = taskNamed(setup, 'message')
  const tasks = [taskNamed(setup, 'robot'), task]
  const { trialSends, sent } = setup.test
  const problemOf = (field: string) => fieldProblem(field, sending.action.problem ?? draft.problem, tasks)
  const target = way === 'group' ? robot?.id : recipient?.userId
  // The book decides the number that travels along.
  const question = { way, target, draft: draft.value, sent: sent.map(line => [line.id, line.fate]), robot }
  const ask = async () => {
    if (!target) return null
    return way === 'group'
      ? engine.messagePreview(id, target, draft.value)
      : engine.noticePreview(id, target, draft.value)
  }
  const preview = useLive<MessagePreview | null>(question, ask, null)
  const doubted = task.problem?.code === 'message-fate-unknown' && sending.doubt !== null
  return (
    <TaskCard
      title="task-message"
      task={doubted ? { ...task, problem: null } : task}
      claimed={claimed}
      next={(robot || way === 'notice') && task.state !== 'done' ? true : undefined}
      actions={
        presses.length > 0 &&
        presses.map(({ label, values, act }) => (
          <Button key={label} disabledFocusable={busy} onClick={act}>
            <Words id={label} values={values} />
          </Button>
        ))
      }
    >
      <ChooseOne legend="test-way" quiet="legend" columns={2} options={ways} value={way} onChange={onWay} />
      <div className={styles.message}>
        {way === 'notice' && (
          <Recipients setup={setup} recipient={recipient} onRecipient={onRecipient} problem={problemOf('recipient')} />
        )}
        <Composer draft={draft} preview={preview} robot={way === 'group' ? robot : null} problemOf={problemOf} />
        {way === 'group' && <Mentions draft={draft} preview={preview} problem={problemOf('mentions')} />}
        <Look
          draft={draft.value}
          text={preview?.text ?? draft.value.text}
          everyone={way === 'group' && draft.value.everyone}
          from={way === 'group' ? robot?.name || say('task-robot') : setup.connection.name || say('rail-unnamed')}
        />
        {preview && <Data preview={preview} />}
        {way === 'group' && !robot && <Words as="p" id="test-preview-needs-robot" className={styles.quiet} />}
        {way === 'group' && <Correction setup={setup} draft={draft} sending={sending} busy={busy} />}
        {sending.doubt && !busy && (
          <Doubt doubt={sending.doubt} onSeen={sending.seen} onAgain={sending.again} busy={busy} />
        )}
        <Standing sending={sending} way={way} setup={setup} robot={robot} />
        {trialSends > 1 && <Words as="p" id="test-trial" values={{ count: trialSends }} className={styles.quiet} />}
        <Book id={id} sent={sent} asked={busy ? null : (sending.doubt?.id ?? null)} />
      </div>
    </TaskCard>
  )
}

/** Where this message has been tried, or how it could be. */
function Standing({ sending, way, setup, robot }: Pick<Props, 'sending' | 'way' | 'setup' | 'robot'>) {
  const { moment } = useMoment()
  const { tried, before, advised } = sending
  if (tried) return <Words as="p" id="message-tried" values={{ name: tried }} className={own.tried} />
  if (advised) {
    return <Words as="p" id={way === 'group' ? 'message-test-why' : 'message-me-why'} className={styles.quiet} />
  }
  if (before) {
    return (
      <Words
        as="p"
        id="message-again-why"
        values={{ name: before.name, when: moment(before.at) }}
        className={styles.quiet}
      />
    )
  }
  const untried = way === 'group' && robot && !setup.test.robots.some(each => each.rehearsal)
  if (!untried) return null
  return (
    <details className={own.fold}>
      <Words as="summary" id="message-test-hint" />
      <Words
        as="p"
        id={setup.connection.region === 'practice' ? 'message-test-how-practice' : 'message-test-how'}
        className={own.small}
      />
    </details>
  )
}
