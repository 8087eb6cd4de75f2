import { Fragment } from 'react'
import { useLanguageTag } from './LanguageOn'
import { runsOf } from './languageOf'

/** A plain text of which parts may be in another language: a name that somebody gave, a label of the console. */
export function Spoken({ text }: { text: string }) {
  const tag = useLanguageTag()
  return runsOf(text, tag).map(({ text, lang }, at) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: runs have no name but their place
    lang ? <bdi key={at} lang={lang}>{text}</bdi> : <Fragment key={at}>{text}</Fragment>,
  )
}
