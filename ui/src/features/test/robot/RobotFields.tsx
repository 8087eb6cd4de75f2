import { Checkbox } from '@fluentui/react-components'
import { SecretField, TextField } from '../../../shared/parts'
import { useMoment, useSay } from '../../../shared/words'
import styles from './robot.module.css'
import type { RobotFormState } from './robotForm'
import { SecurityCards } from './SecurityCards'

/** In the order in which DingTalk asks: the name, the security, and at the end the address. */
export function RobotFields({ form }: { form: RobotFormState }) {
  const say = useSay()
  const { date } = useMoment()
  const { changing, typed, notesOf, problemOf } = form
  const setOn = (at: string | null | undefined) => at && say('secret-set', { date: date(at) })
  return (
    <>
      <TextField
        label="field-robot-name"
        aside="test-robot-name-aside"
        value={typed.name}
        onChange={name => form.change({ name })}
        onBlur={form.keep}
        onEnter={() => void form.save()}
        notes={notesOf('robot-name')}
        problem={problemOf('robot-name')}
      />
      <SecurityCards value={typed.security} onChange={security => form.change({ security })} />
      <div hidden={!typed.security.signature} className={styles.own}>
        <SecretField
          label="field-robot-secret"
          aside="test-robot-secret-aside"
          secret={form.secret}
          onTyped={form.stroke}
          onEnter={() => void form.save()}
          standing={setOn(changing?.secretSetAt) || null}
          keep={changing?.secretSetAt ? 'secret-keep' : undefined}
          notes={notesOf('robot-secret')}
          problem={problemOf('robot-secret')}
        />
      </div>
      <div hidden={!typed.security.keyword} className={styles.own}>
        <TextField
          label="field-keyword"
          aside="test-keyword-aside"
          value={typed.keyword}
          onChange={keyword => form.change({ keyword })}
          onBlur={form.keep}
          onEnter={() => void form.save()}
          notes={notesOf('keyword')}
          problem={problemOf('keyword')}
        />
      </div>
      <SecretField
        label="field-webhook"
        aside="test-webhook-aside"
        secret={form.webhook}
        onTyped={form.stroke}
        onEnter={() => void form.save()}
        standing={setOn(changing?.webhookSetAt) || null}
        keep={changing?.webhookSetAt ? 'secret-keep' : undefined}
        notes={notesOf('webhook')}
        problem={problemOf('webhook')}
      />
      <Checkbox
        checked={typed.rehearsal}
        onChange={(_, { checked }) => form.change({ rehearsal: checked === true })}
        label={say('robot-rehearsal')}
      />
    </>
  )
}
