import type { EvidenceShape } from '../lib'
import { Spoken } from '../words'
import { useAnswer } from './answer'

/** What was answered; names in it may be in the other language. */
export function Answered({ answer }: { answer: EvidenceShape['answer'] }) {
  return <Spoken text={useAnswer()(answer)} />
}
