import { simplified } from '../../generated/words'
import type { LanguageTag } from './load'

/** Part of a text: where it begins, and its language where that is not the screen's. */
export type Run = { at: number; text: string; lang?: 'en' | 'zh-HK' | 'zh-Hans' }

const han = /\p{Script=Han}/u
const simplifiedLetters = new Set(simplified)

/** Chinese in an English text: from its first letter to its last, with the signs between. */
const chinese = /\p{Script=Han}(?:[\p{Script=Han}\u3000-\u303f\uff00-\uffef·]*\p{Script=Han})?/gu
/** In a Chinese text: what is quoted, three words of English in a row, which is more than a name or a code, and Chinese. */
const foreign = /(?<=「)[^「」]+(?=」)|[A-Za-z][\w'’-]*(?:[,;:.]? [A-Za-z][\w'’-]*){2,}[.!?]?|\p{Script=Han}+/gu

/** The language of a text that is in one language, where it is not that of the screen. */
export function languageOf(text: string, screen: LanguageTag): Run['lang'] {
  if ([...text].some(letter => simplifiedLetters.has(letter))) return 'zh-Hans'
  if (han.test(text)) return screen === 'en' ? 'zh-HK' : undefined
  return screen === 'zh-HK' && text.match(foreign)?.[0] === text ? 'en' : undefined
}

/** A text in runs of one language each, so that a reader's voice and the fonts can follow. */
export function runsOf(text: string, screen: LanguageTag): Run[] {
  const runs: Run[] = []
  let from = 0
  for (const { 0: found, index } of text.matchAll(screen === 'en' ? chinese : foreign)) {
    const lang = languageOf(found, screen)
    if (!lang) continue
    if (index > from) runs.push({ at: from, text: text.slice(from, index) })
    runs.push({ at: index, text: found, lang })
    from = index + found.length
  }
  if (from < text.length) runs.push({ at: from, text: text.slice(from) })
  return runs
}
