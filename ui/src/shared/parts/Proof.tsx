import type { EvidenceShape } from '../lib'
import { useMoment, Words } from '../words'
import { useAnswer } from './answer'
import styles from './task.module.css'

/** How it is known: the answer, and in small print when, by which call or by whom. */
export function Proof({ evidence }: { evidence: EvidenceShape }) {
  const answer = useAnswer()
  return (
    <div className={styles.proof}>
      <span>{answer(evidence.answer)}</span>
      <small>
        <ProofSource evidence={evidence} />
        {evidence.practice && <Words id="proof-practice" className={styles.practice} />}
      </small>
    </div>
  )
}

function ProofSource({ evidence: { kind, at, call, by } }: { evidence: EvidenceShape }) {
  const { moment } = useMoment()
  const when = moment(at)
  switch (kind) {
    case 'verified':
      if (!call) return <Words id="proof-verified" values={{ when }} />
      return <Words id="proof-verified-by" values={{ when, call }} />
    case 'said':
      if (!by) return <Words id="proof-said" values={{ when }} />
      return <Words id="proof-said-by" values={{ when, by }} />
  }
}
