import type { HostRow, HostState } from '../../ipc'
import { ProblemText, Sign, type SignKind } from '../../shared/parts'
import { useMoment, Words } from '../../shared/words'
import styles from './network.module.css'

const signs: Record<HostState, SignKind> = {
  waiting: 'waiting',
  running: 'running',
  reached: 'done',
  failed: 'problem',
}

interface Props {
  rows: readonly HostRow[]
  practice: boolean
}

export function HostRows({ rows, practice }: Props) {
  return (
    <ul className={styles.rows}>
      {rows.map(row => (
        <Row key={row.role} row={row} practice={practice} />
      ))}
    </ul>
  )
}

function Row({ row, practice }: { row: HostRow; practice: boolean }) {
  const { role, host, state, milliseconds, problem } = row
  const known = state === 'reached' || state === 'failed'
  return (
    <li className={styles.row} data-state={state}>
      <div className={styles.head}>
        <h3>
          <Words id={`network-role-${role}`} />
        </h3>
        <span className={styles.state} data-state={state}>
          <Sign kind={signs[state]} />
          <Words id={`network-state-${state}`} />
          {known && milliseconds !== null && (
            <span className={styles.took}>
              <Words id="network-took" values={{ milliseconds: String(milliseconds) }} />
            </span>
          )}
        </span>
      </div>
      <code className={styles.host}>{host}</code>
      {known && <Way row={row} practice={practice} />}
      {problem && <ProblemText problem={problem} remedy="none" />}
    </li>
  )
}

/** Through what, and who vouches for the other end. */
function Way({ row: { state, proxy, certificate }, practice }: { row: HostRow; practice: boolean }) {
  const { date } = useMoment()
  if (practice && !certificate) return <Words as="p" id="network-unencrypted" className={styles.way} />
  return (
    <ul className={styles.way}>
      {proxy ? (
        <Words as="li" id="network-through" values={{ proxy }} />
      ) : (
        state === 'reached' && <Words as="li" id="network-direct" />
      )}
      {certificate && (
        <>
          {certificate.issuer === '' ? (
            <Words as="li" id="network-issuer-untold" />
          ) : (
            <Words
              as="li"
              id={certificate.trusted ? 'network-issuer' : 'network-issuer-untrusted'}
              values={{ issuer: certificate.issuer }}
            />
          )}
          <Words
            as="li"
            id="network-valid"
            values={{ from: date(certificate.validFrom), to: date(certificate.validTo) }}
          />
        </>
      )}
    </ul>
  )
}
