import type { AppSnapshot } from '../../ipc'
import { Card } from '../../shared/parts'
import { Words } from '../../shared/words'
import { PolicyFaults } from './PolicyFaults'
import styles from './update.module.css'

/** What the company's IT has laid down here, and what of it nobody understands. Without either there is no card. */
export function PolicyCard({ policy }: { policy: AppSnapshot['policy'] }) {
  if (policy.rules.length === 0 && policy.faults.length === 0) return null
  return (
    <Card title="policy-title" why="policy-why">
      {policy.rules.length > 0 && (
        <ul className={styles.rules}>
          {policy.rules.map(({ effect, detail, place }) => (
            <li key={effect}>
              <Words id={`policy-rule-${effect}`} values={{ detail }} />
              {place === 'user' && (
                <small>
                  <Words id="policy-place-user" />
                </small>
              )}
            </li>
          ))}
        </ul>
      )}
      <PolicyFaults policy={policy} />
    </Card>
  )
}
