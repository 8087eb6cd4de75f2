import { FluentBundle, FluentResource } from '@fluent/bundle'

export type LanguageTag = 'en' | 'zh-HK'

interface Texts {
  texts: Record<string, string>
}

/** The first screen's words, and those of everything that comes after it. */
const files: Record<LanguageTag, [first: () => Promise<Texts>, later: () => Promise<Texts>]> = {
  en: [() => import('./english'), () => import('./englishLater')],
  'zh-HK': [() => import('./chinese'), () => import('./chineseLater')],
}

interface Language {
  tag: LanguageTag
  bundle: FluentBundle
  first: Promise<unknown>
  rest: Promise<unknown> | null
}

/** Each is read once, however often somebody switches. */
const languages = new Map<LanguageTag, Language>()
let on: Language | null = null

const adder =
  (bundle: FluentBundle) =>
  ({ texts }: Texts) => {
    for (const text of Object.values(texts)) bundle.addResource(new FluentResource(text))
  }

function begun(tag: LanguageTag): Language {
  const known = languages.get(tag)
  if (known) return known
  const bundle = new FluentBundle(tag, { useIsolating: false })
  const language: Language = { tag, bundle, first: files[tag][0]().then(adder(bundle)), rest: null }
  languages.set(tag, language)
  return language
}

/** Not before the first screen's: they would share the line. */
function rest(language: Language) {
  language.rest ??= language.first.then(files[language.tag][1]).then(adder(language.bundle))
  return language.rest
}

/** Reads what will most likely be said first while the engine is still asked what is to be said. */
export function foresee(tag: LanguageTag) {
  begun(tag)
}

/**
 * Both languages have the same ids (a test of the house sees to it), so there is no chain to fall back on. Whoever
 * switches gets everything at once; only at the start the first screen need not wait for the other pages' words.
 */
export async function loadLanguage(tag: LanguageTag, isStart: boolean): Promise<FluentBundle> {
  const language = begun(tag)
  on = language
  const all = rest(language)
  await (isStart ? language.first : all)
  return language.bundle
}

/** What comes after the first screen waits for its words too. */
export async function withWords<T>(code: Promise<T>): Promise<T> {
  const [loaded] = await Promise.all([code, on?.rest])
  return loaded
}
