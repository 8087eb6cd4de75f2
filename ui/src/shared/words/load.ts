import { FluentBundle, FluentResource } from '@fluent/bundle'
import { ReactLocalization } from '@fluent/react'

export type LanguageTag = 'en' | 'zh-HK'

interface Texts {
  texts: Record<string, string>
}

/** The first screen's words, and those of everything that comes after it. */
const files: Record<LanguageTag, [first: () => Promise<Texts>, later: () => Promise<Texts>]> = {
  en: [() => import('./english'), () => import('./englishLater')],
  'zh-HK': [() => import('./chinese'), () => import('./chineseLater')],
}

let whole: Promise<unknown> = Promise.resolve()

/**
 * Both languages have the same ids (a test of the house sees to it), so there is no chain to fall back on. Whoever
 * switches gets everything at once; only at the start the first screen need not wait for the other pages' words.
 */
export async function loadLanguage(tag: LanguageTag, isStart: boolean): Promise<ReactLocalization> {
  const bundle = new FluentBundle(tag, { useIsolating: false })
  const add = ({ texts }: Texts) => {
    for (const text of Object.values(texts)) bundle.addResource(new FluentResource(text))
  }
  const [first, later] = files[tag]
  const firstAdded = first().then(add)
  // Not before the first screen's: they would share the line.
  const all = firstAdded.then(later).then(add)
  whole = all
  await (isStart ? firstAdded : all)
  return new ReactLocalization([bundle])
}

/** What comes after the first screen waits for its words too. */
export async function withWords<T>(code: Promise<T>): Promise<T> {
  const [loaded] = await Promise.all([code, whole])
  return loaded
}
