import type { TermName, WordId } from './ids'
import { useLanguageTag } from './LanguageOn'
import { Spoken } from './Spoken'
import { useSay } from './say'
import styles from './term.module.css'

const languages = { en: 'zh-HK', 'zh-HK': 'en' } as const

interface Props {
  name: TermName
  /** With its name above. */
  named?: boolean
}

/** What a word of DingTalk's means, what the other language calls it, and its names in the console, now and before. */
export function TermEntry({ name, named = false }: Props) {
  const say = useSay()
  const tag = useLanguageTag()
  const id: WordId = `term-${name}`
  const facts = [
    { label: 'glossary-other', text: say.attribute(id, 'other'), lang: languages[tag] },
    { label: 'glossary-label', text: say.attribute(id, 'label'), lang: 'zh-Hans' },
    { label: 'glossary-older', text: say.attribute(id, 'older'), lang: 'zh-Hans' },
  ] as const
  return (
    <>
      {named && <strong className={styles.name}>{say(id)}</strong>}
      <p>
        <Spoken text={say.attribute(id, 'what') ?? ''} />
      </p>
      <dl className={styles.facts}>
        {facts.map(
          ({ label, text, lang }) =>
            text && (
              <div key={label}>
                <dt>{say(label)}</dt>
                <dd lang={lang}>{text}</dd>
              </div>
            ),
        )}
      </dl>
    </>
  )
}
