import type { HandoverItem } from '../../ipc'
import { Spoken, useSay, Words } from '../../shared/words'
import styles from './handover.module.css'

/** What is in a file, by names and counts; never a value. */
export function Contents({ item }: { item: HandoverItem }) {
  const say = useSay()
  const { name, clientId, robots, webhooks, robotSecrets, proofs, permissions, messages, reminders } = item
  const and = say('handover-and')
  return (
    <div className={styles.contents}>
      <p className={styles.name}>
        <Spoken text={name || say('rail-unnamed')} />
      </p>
      <ul className={styles.list}>
        {clientId && <Words as="li" id="handover-has-app" values={{ app: clientId }} />}
        {item.clientSecret && <Words as="li" id="handover-has-secret" />}
        {robots.length > 0 && (
          <Words
            as="li"
            id="handover-has-robots"
            values={{ names: robots.join(and), count: webhooks + robotSecrets }}
          />
        )}
        <Words as="li" id="handover-has-proofs" values={{ count: proofs }} />
        {permissions > 0 && <Words as="li" id="handover-has-permissions" values={{ count: permissions }} />}
        {messages > 0 && <Words as="li" id="handover-has-messages" values={{ count: messages }} />}
        {item.draft && <Words as="li" id="handover-has-draft" />}
        {reminders > 0 && <Words as="li" id="handover-has-reminders" values={{ count: reminders }} />}
      </ul>
    </div>
  )
}
