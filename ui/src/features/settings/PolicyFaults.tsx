import type { AppSnapshot } from '../../ipc'
import { Words } from '../../shared/words'
import styles from './update.module.css'

/** What stands in the rules and nobody understands: also where no company can be opened because of it. */
export function PolicyFaults({ policy }: { policy: AppSnapshot['policy'] }) {
  if (policy.faults.length === 0) return null
  return (
    <div className={styles.faults} role="note">
      {policy.faults.map(({ kind, name, location }) => (
        <Words as="p" key={`${kind} ${name} ${location}`} id={`policy-fault-${kind}`} values={{ name, location }} />
      ))}
    </div>
  )
}
