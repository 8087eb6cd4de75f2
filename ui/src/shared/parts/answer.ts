import { type EvidenceShape, messageValues } from '../lib'
import { useMoment, useSay } from '../words'

/** What was answered, in words; a calendar date in it is written as the reader writes dates. */
export function useAnswer() {
  const say = useSay()
  const { date } = useMoment()
  return ({ code, args }: EvidenceShape['answer']): string => {
    const values = messageValues(args)
    if (values.date) values.date = date(values.date)
    return say(`answer-${code}`, values)
  }
}
