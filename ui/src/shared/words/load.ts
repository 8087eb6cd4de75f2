import { FluentBundle, FluentResource } from '@fluent/bundle'
import { ReactLocalization } from '@fluent/react'

export type LanguageTag = 'en' | 'zh-HK'

type Texts = Promise<{ texts: Record<string, string> }>

const files: Record<LanguageTag, { first(): Texts; later(): Texts }> = {
  en: { first: () => import('./english'), later: () => import('./englishLater') },
  'zh-HK': { first: () => import('./chinese'), later: () => import('./chineseLater') },
}

let allHere: () => void
const all = new Promise<void>(resolve => {
  allHere = resolve
})

/** Done once the words of every page are on; what comes when it is opened waits for this. */
export const everyWord = () => all

/**
 * Gives the words of a language: at the start first those of the first screens, and all of them a moment later; after that only all
 * at once. Both languages have the same ids (a test of the house sees to it), so there is no chain to fall back on.
 */
export async function loadLanguage(tag: LanguageTag, starting: boolean, give: (words: ReactLocalization) => void) {
  const bundle = new FluentBundle(tag, { useIsolating: false })
  const add = async (texts: Texts) => {
    for (const text of Object.values((await texts).texts)) bundle.addResource(new FluentResource(text))
  }
  await add(files[tag].first())
  if (starting) give(new ReactLocalization([bundle]))
  await add(files[tag].later())
  give(new ReactLocalization([bundle]))
  allHere()
}
