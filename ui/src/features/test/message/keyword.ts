import type { Say } from '../../../shared/words'

/** The text with the keyword in front, as a reader would write it; what holds it already stays as it is. */
export function withKeyword(keyword: string, text: string, say: Say): string {
  if (text.includes(keyword)) return text
  return say('message-with-keyword', { keyword, text })
}
