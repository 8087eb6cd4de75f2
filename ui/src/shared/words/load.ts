import { FluentBundle, FluentResource } from '@fluent/bundle'
import { ReactLocalization } from '@fluent/react'

export type LanguageTag = 'en' | 'zh-HK'

const files: Record<LanguageTag, () => Promise<{ texts: Record<string, string> }>> = {
  en: () => import('./english'),
  'zh-HK': () => import('./chinese'),
}

/** Both languages have the same ids (a test of the house sees to it), so there is no chain to fall back on. */
export async function loadLanguage(tag: LanguageTag): Promise<ReactLocalization> {
  const { texts } = await files[tag]()
  const bundle = new FluentBundle(tag, { useIsolating: false })
  for (const text of Object.values(texts)) bundle.addResource(new FluentResource(text))
  return new ReactLocalization([bundle])
}
