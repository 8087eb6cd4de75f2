import { useLanguageTag } from './LanguageOn'
import { agoText, dateText, fullMomentText, momentText } from './moment'

/** Instants and dates in the language on now, always in Hong Kong time. */
export function useMoment() {
  const tag = useLanguageTag()
  return {
    moment: (instant: string) => momentText(instant, tag, new Date()),
    /** With its date even if it was today: for what is kept and sent on. */
    fullMoment: (instant: string) => fullMomentText(instant, tag),
    /** Nothing for less than a minute: that is “just now”. */
    ago: (instant: string) => agoText(instant, tag, new Date()),
    date: (date: string) => dateText(date, tag),
  }
}
