import { Checkbox } from '@fluentui/react-components'
import { useId } from 'react'
import type { RobotView } from '../../../ipc'
import { type WordId, Words } from '../../../shared/words'
import styles from './robot.module.css'

type Security = RobotView['security']
type Kind = keyof Security

const cards: Record<Kind, { label: WordId; what: WordId; press: WordId; why: WordId }> = {
  signature: {
    label: 'robot-signature',
    what: 'robot-signature-what',
    press: 'robot-signature-press',
    why: 'robot-signature-why',
  },
  keyword: {
    label: 'robot-keyword',
    what: 'robot-keyword-what',
    press: 'robot-keyword-press',
    why: 'robot-keyword-why',
  },
  address: {
    label: 'robot-address',
    what: 'robot-address-what',
    press: 'robot-address-press',
    why: 'robot-address-why',
  },
}
const order = ['signature', 'keyword', 'address'] as const

interface Props {
  value: Security
  onChange(value: Security): void
}

/** The three kinds of security as DingTalk offers them: what each is, what to press there, and which we advise. */
export function SecurityCards({ value, onChange }: Props) {
  const legend = useId()
  const none = !value.signature && !value.keyword && !value.address
  return (
    <div className={styles.security}>
      <p className={styles.legend} id={legend}>
        <Words id="robot-security" />
      </p>
      <Words as="p" id="robot-security-hint" className={styles.hint} />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid in WebKit */}
      <div role="group" aria-labelledby={legend} className={styles.cards}>
        {order.map(kind => (
          <Card key={kind} kind={kind} on={value[kind]} onChange={on => onChange({ ...value, [kind]: on })} />
        ))}
      </div>
      {none && <Words as="p" id="robot-security-none" className={styles.warn} />}
    </div>
  )
}

function Card({ kind, on, onChange }: { kind: Kind; on: boolean; onChange(on: boolean): void }) {
  const { label, what, press, why } = cards[kind]
  const more = useId()
  return (
    <div className={styles.card} data-chosen={on}>
      <div className={styles.cardHead}>
        <Checkbox
          className={styles.control ?? ''}
          checked={on}
          onChange={(_, { checked }) => onChange(checked === true)}
          label={<Words id={label} className={styles.label} />}
          aria-describedby={more}
        />
        {kind === 'signature' && <Words id="robot-advised" className={styles.tag} />}
      </div>
      <div className={styles.more} id={more}>
        <Words as="p" id={what} />
        {on && (
          <p>
            <Words as="strong" id="robot-in-dingtalk" /> <Words id={press} />
          </p>
        )}
        <p>
          <Words as="strong" id="robot-why" /> <Words id={why} />
        </p>
      </div>
    </div>
  )
}
