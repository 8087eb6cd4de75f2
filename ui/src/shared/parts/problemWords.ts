import { messageValues, type ProblemShape, untold } from '../lib'
import { useSay, type Values, type WordId } from '../words'

export interface ProblemWords {
  word: WordId
  values: Values
  /** The whole sentence. A name in it may look like a mark: it is drawn as text, never as a message. */
  what: string
}

/** The message of a problem and what goes into it; a cause that these pages do not know yet has words too. */
export function useProblemWords(): (problem: ProblemShape) => ProblemWords {
  const say = useSay()
  const words = (word: WordId, values: Values) => ({ word, values, what: say(word, values) })
  return ({ code, args }) => {
    const word = `problem-${code}`
    if (!say.knows(word)) return words('problem-unknown', { code })
    const values = messageValues(args)
    if (values.host === untold) values.host = say('doctor-host-untold')
    return words(word as WordId, values)
  }
}
