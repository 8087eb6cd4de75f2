import { useTicks } from './clock'
import { useLanguageTag } from './LanguageOn'
import { agoText, dateText, fullMomentText, momentText } from './moment'

/** Instants and dates in the language on now, always in Hong Kong time. */
export function useMoment() {
  const tag = useLanguageTag()
  return {
    moment: (instant: string) => momentText(instant, tag, new Date()),
    /** With its date even if it was today: for what is kept and sent on. */
    fullMoment: (instant: string) => fullMomentText(instant, tag),
    date: (date: string) => dateText(date, tag),
  }
}

/** How long ago, told anew as time goes by; nothing for less than a minute: that is “just now”. */
export function useAgo() {
  const tag = useLanguageTag()
  const now = useTicks()
  return (instant: string) => agoText(instant, tag, now)
}
