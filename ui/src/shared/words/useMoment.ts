import { useLanguageTag } from './LanguageOn'
import { dateText, momentText } from './moment'

/** Instants and dates in the language on now, always in Hong Kong time. */
export function useMoment() {
  const tag = useLanguageTag()
  return {
    moment: (instant: string) => momentText(instant, tag, new Date()),
    date: (date: string) => dateText(date, tag),
  }
}
