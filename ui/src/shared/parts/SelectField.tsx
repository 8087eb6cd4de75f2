import { languageOf, useLanguageTag } from '../words'
import { FieldFrame, type FrameProps } from './FieldFrame'
import styles from './field.module.css'

interface Props<T extends string> extends FrameProps {
  value: T | ''
  /** The words are ready to be shown: names of people and of things. */
  options: readonly { value: T; words: string }[]
  /** What stands there before anything is chosen; without it, something always is. */
  none?: string
  onChange(value: T | ''): void
}

/** One of a list that may be long. */
export function SelectField<T extends string>({ value, options, none, onChange, ...frame }: Props<T>) {
  const screen = useLanguageTag()
  return (
    <FieldFrame {...frame}>
      {wiring => (
        <select
          {...wiring}
          className={styles.select}
          value={value}
          onChange={event => onChange(event.target.value as T | '')}
        >
          {none !== undefined && <option value="">{none}</option>}
          {options.map(option => (
            <option key={option.value} value={option.value} lang={languageOf(option.words, screen)}>
              {option.words}
            </option>
          ))}
        </select>
      )}
    </FieldFrame>
  )
}
