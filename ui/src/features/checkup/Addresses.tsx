import type { AddressView } from '../../ipc'
import { Sign } from '../../shared/parts'
import { useMoment, type WordId, Words } from '../../shared/words'
import styles from './checkup.module.css'

/** As many as tell something: the one in use, and where it came from. */
const shown = 4

interface Props {
  title: WordId
  why?: WordId
  rows: readonly AddressView[]
}

/** The addresses of one kind, the one seen last first. */
export function Addresses({ title, why, rows }: Props) {
  if (rows.length === 0) return null
  return (
    <div className={styles.addresses}>
      <Words as="h3" id={title} />
      {why && <Words as="p" id={why} className={styles.soft} />}
      <ul>
        {rows.slice(0, shown).map(row => (
          <Address key={row.ip} row={row} />
        ))}
      </ul>
    </div>
  )
}

function Address({ row }: { row: AddressView }) {
  const { moment } = useMoment()
  const { ip, source, firstAt, lastAt, approved, approvedAt, approvedBy, refusedAt } = row
  return (
    <li>
      <Sign kind={approved ? 'done' : refusedAt ? 'attention' : 'unknown'} />
      <div>
        <code>{ip}</code>
        <p className={styles.soft}>
          {approved && approvedAt ? (
            <Words id="sentinel-let-in" values={{ at: moment(approvedAt), call: approvedBy ?? '' }} />
          ) : refusedAt ? (
            <Words id="sentinel-refused" values={{ at: moment(refusedAt) }} />
          ) : (
            <Words id="sentinel-not-yet" />
          )}
          {' · '}
          <Words id={`address-source-${source}`} />
          {' · '}
          <Words id="sentinel-seen" values={{ first: moment(firstAt), last: moment(lastAt) }} />
        </p>
      </div>
    </li>
  )
}
