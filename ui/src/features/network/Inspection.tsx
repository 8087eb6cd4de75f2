import type { HostRow } from '../../ipc'
import { Fix, useSay, type WordId, Words } from '../../shared/words'
import styles from './network.module.css'

/** As a fact, with its name: somebody on the way opens encrypted traffic, and whether this computer goes along. */
export function Inspection({ rows }: { rows: readonly HostRow[] }) {
  const say = useSay()
  const shown = rows.map(({ certificate }) => certificate).find(certificate => certificate?.inspected)
  if (!shown) return null
  const word: WordId = shown.trusted ? 'network-inspection-trusted' : 'network-inspection-untrusted'
  const issuer = shown.issuer || say('network-issuer-untold')
  return (
    <div className={styles.inspection} data-trusted={shown.trusted} role="status">
      <Words as="h3" id="network-inspection-title" />
      <Words as="p" id={word} values={{ issuer }} />
      <Fix of={word} />
      <Words as="p" id="network-inspection-where" className={styles.soft} />
    </div>
  )
}
