import { type LanguageTag, useSay, type WordId } from '../words'
import styles from './language.module.css'

interface Props {
  /** What the language is of; without it, of the whole window. */
  label?: WordId
  value: LanguageTag
  onChange(tag: LanguageTag): void
}

const choices = [
  { tag: 'zh-HK', name: 'language-zh-hk' },
  { tag: 'en', name: 'language-en' },
] as const

/** Each language by its own name, whatever is on. */
export function LanguageChoice({ label = 'language-label', value, onChange }: Props) {
  const say = useSay()
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row in WebKit
    <div className={styles.choice} role="group" aria-label={say(label)}>
      {choices.map(({ tag, name }) => (
        <button key={tag} type="button" lang={tag} aria-pressed={tag === value} onClick={() => onChange(tag)}>
          {say(name)}
        </button>
      ))}
    </div>
  )
}
