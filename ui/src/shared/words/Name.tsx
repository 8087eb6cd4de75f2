import type { ReactNode } from 'react'
import { useLanguageTag } from './LanguageOn'
import { languageOf } from './languageOf'

/** A name that somebody gave, or words of somebody else: spoken and drawn in the language they are in. */
export function Name({ children }: { children?: ReactNode }) {
  const tag = useLanguageTag()
  const lang = typeof children === 'string' ? languageOf(children, tag) : undefined
  return lang ? <bdi lang={lang}>{children}</bdi> : <bdi>{children}</bdi>
}
