import { useLanguageTag } from './LanguageOn'
import { runsOf } from './languageOf'
import type { LanguageTag } from './load'

interface Props {
  text: string
  /** What the text is in; without it, the language of the screen. */
  within?: LanguageTag
}

/** A plain text of which parts may be in another language: a name that somebody gave, a label of the console. */
export function Spoken({ text, within }: Props) {
  const screen = useLanguageTag()
  return runsOf(text, within ?? screen).map(({ at, text, lang }) =>
    lang ? (
      <bdi key={at} lang={lang}>
        {text}
      </bdi>
    ) : (
      text
    ),
  )
}
