import { Button } from '@fluentui/react-components'
import type { Person, RobotView, SetupSnapshot } from '../../ipc'
import { taskNamed } from '../../ipc'
import { type Draft, fieldProblem, type ProblemShape } from '../../shared/lib'
import { ChooseOne, type Option, TaskCard, TextArea } from '../../shared/parts'
import { useSay, type WordId, Words } from '../../shared/words'
import { Preview } from './Preview'
import { Recipients } from './Recipients'
import styles from './test.module.css'

export type Way = 'group' | 'notice'

const ways: Option<Way>[] = [
  { value: 'group', label: 'test-way-group', why: 'test-way-group-why' },
  { value: 'notice', label: 'test-way-notice', why: 'test-way-notice-why' },
]
const claimed = ['robot-name', 'webhook', 'robot-secret', 'keyword', 'message', 'recipient'] as const

interface Props {
  setup: SetupSnapshot
  draft: Draft<string>
  way: Way
  onWay(way: Way): void
  robot: RobotView | null
  recipient: Person | null
  onRecipient(person: Person | null): void
  /** Why it did not leave. */
  sent: ProblemShape | null
  /** Given when sending is not the page's primary action. */
  send: { label: WordId; act(): void } | null
  busy: boolean
}

/** The first message: written, seen exactly as it will leave, and sent. */
export function MessageCard(props: Props) {
  const { setup, draft, way, onWay, robot, recipient, onRecipient, sent, send, busy } = props
  const say = useSay()
  const task = taskNamed(setup, 'message')
  const tasks = [taskNamed(setup, 'robot'), task]
  const { trialSends } = setup.test
  return (
    <TaskCard
      title="task-message"
      task={task}
      claimed={claimed}
      next={robot && task.state !== 'done' ? true : undefined}
      actions={
        send && (
          <Button disabledFocusable={busy} onClick={send.act}>
            {say(send.label)}
          </Button>
        )
      }
    >
      <ChooseOne legend="test-way" quiet="legend" columns={2} options={ways} value={way} onChange={onWay} />
      <div className={styles.message}>
        {way === 'notice' && (
          <Recipients
            setup={setup}
            recipient={recipient}
            onRecipient={onRecipient}
            problem={fieldProblem('recipient', sent, tasks)}
          />
        )}
        <TextArea
          label="field-message"
          problem={fieldProblem('message', sent, tasks)}
          value={draft.value}
          onChange={draft.change}
          onBlur={() => void draft.flush()}
        />
        {way === 'group' && robot && <Preview id={setup.connection.id} robot={robot} text={draft.value} />}
        {way === 'group' && !robot && <Words as="p" id="test-preview-needs-robot" className={styles.quiet} />}
        {trialSends > 0 && <Words as="p" id="test-trial" values={{ count: trialSends }} className={styles.quiet} />}
      </div>
    </TaskCard>
  )
}
