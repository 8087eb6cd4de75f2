import { useLanguageTag } from './LanguageOn'
import { runsOf } from './languageOf'

/** A plain text of which parts may be in another language: a name that somebody gave, a label of the console. */
export function Spoken({ text }: { text: string }) {
  return runsOf(text, useLanguageTag()).map(({ at, text, lang }) =>
    lang ? (
      <bdi key={at} lang={lang}>
        {text}
      </bdi>
    ) : (
      text
    ),
  )
}
