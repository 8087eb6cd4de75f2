import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import {
  type ConnectionId,
  engine,
  type Owner,
  type ReminderForm,
  type ReminderOffer,
  type ReminderView,
} from '../../ipc'
import { fieldProblem, pageProblem, useAction, useDesk, useTakesFocus } from '../../shared/lib'
import { Card, ProblemText, SelectField, TextField } from '../../shared/parts'
import { useSay, Words } from '../../shared/words'
import { choicesOf } from './kinds'
import styles from './reminders.module.css'

interface Props {
  id: ConnectionId
  /** The one that is changed; without it a new one is made. */
  reminder?: ReminderView
  /** What the form begins with. */
  start: ReminderForm
  /** What a new one can be. */
  offers: readonly ReminderOffer[]
  onEnd(): void
}

const claimed = ['interval', 'date', 'time-of-day', 'owner'] as const
const owners: readonly Owner['kind'][] = ['you', 'dingtalk-admin', 'it', 'named']

/** What, when, how long before, and who. */
export function Editor({ id, reminder, start, offers, onEnd }: Props) {
  const say = useSay()
  const { announce } = useDesk()
  const { busy, problem, run } = useAction()
  const [form, setForm] = useState(start)
  const first = useTakesFocus<HTMLDivElement>()
  const change = (part: Partial<ReminderForm>) => setForm({ ...form, ...part })
  const { kind, owner } = form
  const offered = offers.find(one => one.form.kind === kind)
  const datedByItself = reminder?.datedByItself ?? offered?.datedByItself ?? false
  const save = () =>
    void run(() => engine.reminderSave(id, reminder?.id ?? null, form)).then(well => {
      if (!well) return
      announce(say('reminders-saved'))
      onEnd()
    })
  const elsewhere = pageProblem(claimed, problem)
  const beside = (field: (typeof claimed)[number]) => fieldProblem(field, problem, [])
  return (
    <Card title={reminder ? 'reminders-change' : 'reminders-new'}>
      <div className={styles.fields} ref={first}>
        {!reminder && (
          <SelectField
            label="reminders-kind"
            value={kind}
            options={offers.map(({ form: { kind: value } }) => ({ value, words: say(`reminder-kind-${value}`) }))}
            onChange={next => setForm(offers.find(one => one.form.kind === next)?.form ?? form)}
          />
        )}
        <Words as="p" id={`reminder-do-${kind}`} className={styles.about} />
        <TextField
          label="reminders-note"
          aside="reminders-note-aside"
          value={form.note}
          onChange={note => change({ note })}
        />
        {form.everyDays !== null && (
          <SelectField
            label="field-interval"
            value={String(form.everyDays ?? '')}
            options={choicesOf('interval', form.everyDays).map(days => ({
              value: String(days),
              words: say('reminders-every', { days }),
            }))}
            onChange={days => change({ everyDays: Number(days) })}
            problem={beside('interval')}
          />
        )}
        {datedByItself ? (
          <Words as="p" id="reminders-by-itself" className={styles.about} />
        ) : (
          <TextField
            kind="key"
            label="field-date"
            aside="reminder-date-aside"
            value={form.due ?? ''}
            onChange={due => change({ due })}
            onEnter={save}
            problem={beside('date')}
          />
        )}
        <TextField
          kind="key"
          label="field-time-of-day"
          aside="reminders-time-aside"
          value={form.at}
          onChange={at => change({ at })}
          onEnter={save}
          problem={beside('time-of-day')}
        />
        <SelectField
          label="reminders-ahead"
          value={String(form.aheadDays)}
          options={choicesOf('ahead', form.aheadDays).map(days => ({
            value: String(days),
            words: say('reminders-ahead-days', { days }),
          }))}
          onChange={days => change({ aheadDays: Number(days) })}
        />
        <SelectField
          label="field-owner"
          value={owner.kind}
          options={owners.map(value => ({ value, words: say(value === 'named' ? 'reminders-named' : `who-${value}`) }))}
          onChange={next => next && change({ owner: next === 'named' ? { kind: 'named', name: '' } : { kind: next } })}
          problem={owner.kind === 'named' ? null : beside('owner')}
        />
        {owner.kind === 'named' && (
          <TextField
            label="reminders-name"
            value={owner.name}
            onChange={name => change({ owner: { kind: 'named', name } })}
            onEnter={save}
            problem={beside('owner')}
          />
        )}
      </div>
      {elsewhere && <ProblemText problem={elsewhere} />}
      <div className={styles.ends}>
        <Button appearance="primary" disabledFocusable={busy} onClick={save}>
          {say('reminders-save')}
        </Button>
        <Button onClick={onEnd}>{say('reminders-leave')}</Button>
      </div>
    </Card>
  )
}
