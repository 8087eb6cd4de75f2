import { dingtalkCall, type EvidenceShape } from '../lib'
import { useMoment, Words } from '../words'
import { Answered } from './Answered'
import styles from './task.module.css'

export type ProofDetail = 'short' | 'full'

/**
 * How it is known: the answer, and in small print when, by which call or by whom. What a person said on a stop's own
 * page stands there already, so that only the full form repeats it, with the date.
 */
export function Proof({ evidence, detail }: { evidence: EvidenceShape; detail: ProofDetail }) {
  if (detail === 'short' && evidence.kind === 'said') return null
  const told = evidence.answer.code !== 'done'
  return (
    <div className={styles.proof}>
      {told && (
        <span>
          <Answered answer={evidence.answer} />
        </span>
      )}
      <small>
        <ProofSource evidence={evidence} detail={detail} />
      </small>
    </div>
  )
}

interface SourceProps {
  evidence: EvidenceShape
  detail: ProofDetail
}

function ProofSource({ evidence: { kind, at, call: told, by }, detail }: SourceProps) {
  const call = dingtalkCall(told)
  const { moment, fullMoment } = useMoment()
  const when = detail === 'full' ? fullMoment(at) : moment(at)
  switch (kind) {
    case 'verified':
      if (!call) return <Words id="proof-verified" values={{ when }} />
      return <Words id="proof-verified-by" values={{ when, call }} />
    case 'said':
      if (!by) return <Words id="proof-said" values={{ when }} />
      return <Words id="proof-said-by" values={{ when, by }} />
  }
}
