import { Button, Switch } from '@fluentui/react-components'
import { useState } from 'react'
import { type ConnectionId, engine, type ReminderState, type ReminderView, type Task } from '../../ipc'
import { fieldProblem, pageProblem, useAction, useDesk } from '../../shared/lib'
import { ProblemText, Rest, Sign, type SignKind } from '../../shared/parts'
import { Spoken, useMoment, useSay, Words } from '../../shared/words'
import { Editor } from './Editor'
import { formOf } from './kinds'
import styles from './reminders.module.css'
import { useTitle, useWho } from './words'

const signs: Record<ReminderState, SignKind> = {
  due: 'attention',
  snoozed: 'asked',
  planned: 'waiting',
  quiet: 'done',
  off: 'unknown',
}

interface Props {
  id: ConnectionId
  reminder: ReminderView
  onTask(task: Task): void
}

/** One reminder: what, who and when, and everything that can be done with it. */
export function Row({ id, reminder, onTask }: Props) {
  const say = useSay()
  const { announce } = useDesk()
  const acting = useAction()
  const [editing, setEditing] = useState(false)
  const title = useTitle()(reminder.kind, reminder.note)
  const who = useWho()(reminder.owner)
  const { state, task } = reminder
  const told = (done: string, work: () => Promise<unknown>) =>
    void acting.run(work).then(well => well && announce(done))
  const hidden = <span className="hidden-words">{` ${title}`}</span>
  const elsewhere = pageProblem(['date'], acting.problem)
  if (editing) {
    return (
      <li className={styles.editing}>
        <Editor id={id} reminder={reminder} start={formOf(reminder)} offers={[]} onEnd={() => setEditing(false)} />
      </li>
    )
  }
  return (
    <li className={styles.row} data-state={state}>
      <Sign kind={signs[state]} />
      <div className={styles.what}>
        <h3>
          <Spoken text={title} />
        </h3>
        <p>
          <Words id={`reminder-state-${state}`} className={styles.state} />
          {' · '}
          <When reminder={reminder} />
          {' · '}
          <Spoken text={who} />
        </p>
      </div>
      <Switch
        className={styles.switch ?? ''}
        checked={state !== 'off'}
        aria-label={say('reminders-switch', { what: title })}
        onChange={(_, { checked }) => void acting.run(() => engine.reminderSwitch(id, reminder.id, checked))}
      />
      <div className={styles.acts}>
        {state === 'due' && (
          <Button
            disabledFocusable={acting.busy}
            onClick={() => told(say('reminder-done-told', { what: title }), () => engine.reminderDone(id, reminder.id))}
          >
            {say('reminder-done')}
            {hidden}
          </Button>
        )}
        {state === 'due' && task && (
          <Button onClick={() => onTask(task)}>
            {say('overview-show')}
            {hidden}
          </Button>
        )}
        {state === 'due' && (
          <Rest
            what={title}
            busy={acting.busy}
            problem={fieldProblem('date', acting.problem, [])}
            onRest={rest =>
              told(say('reminder-rest-told', { what: title }), () => engine.reminderSnooze(id, reminder.id, rest))
            }
          />
        )}
        <Button onClick={() => setEditing(true)}>
          {say('reminders-edit')}
          {hidden}
        </Button>
        {reminder.removable && (
          <Button
            disabledFocusable={acting.busy}
            onClick={() => void acting.run(() => engine.reminderRemove(id, reminder.id))}
          >
            {say('reminders-remove')}
            {hidden}
          </Button>
        )}
      </div>
      {elsewhere && (
        <div className={styles.whole}>
          <ProblemText problem={elsewhere} />
        </div>
      )}
    </li>
  )
}

function When({ reminder }: { reminder: ReminderView }) {
  const { date } = useMoment()
  const { due, snoozed, at, overdueDays } = reminder
  if (!due) return <Words id="reminders-when-none" />
  if (snoozed) return <Words id="reminders-when-snoozed" values={{ date: date(snoozed) }} />
  if (overdueDays > 0) return <Words id="reminders-when-over" values={{ date: date(due), days: overdueDays }} />
  return <Words id="reminders-when" values={{ date: date(due), time: at }} />
}
