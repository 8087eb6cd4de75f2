import type { EvidenceShape } from '../lib'
import { useMoment, Words } from '../words'
import { useAnswer } from './answer'
import styles from './task.module.css'

export type ProofDetail = 'short' | 'full'

/**
 * How it is known: the answer, and in small print when, by which call or by whom. What a person said stands on the
 * stop's own page already, so that only the full form repeats it.
 */
export function Proof({ evidence, detail }: { evidence: EvidenceShape; detail: ProofDetail }) {
  const answer = useAnswer()
  const told = evidence.kind === 'verified' || (detail === 'full' && evidence.answer.code !== 'done')
  return (
    <div className={styles.proof}>
      {told && <span>{answer(evidence.answer)}</span>}
      <small>
        <ProofSource evidence={evidence} />
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
