import type { LanguageTag } from './load'

const chinese = /\p{Script=Han}/u
/** Three words of English in a row: more than a brand or a code. */
const english = /[A-Za-z]+[,.]? [A-Za-z]+[,.]? [A-Za-z]+/

/** The language of a text that is not ours, where it is not that of the screen. Its Chinese is taken for Hong Kong’s. */
export function languageOf(text: string, screen: LanguageTag): 'en' | 'zh-HK' | undefined {
  if (chinese.test(text)) return screen === 'en' ? 'zh-HK' : undefined
  return screen === 'zh-HK' && english.test(text) ? 'en' : undefined
}
