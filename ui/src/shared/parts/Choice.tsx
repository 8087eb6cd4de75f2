import { Checkbox, Radio, RadioGroup } from '@fluentui/react-components'
import { type ReactNode, useId } from 'react'
import type { ProblemShape } from '../lib'
import { Icon } from '../look'
import { type WordId, Words } from '../words'
import styles from './choice.module.css'
import { ProblemText } from './ProblemText'

export interface Option<T extends string> {
  value: T
  label: WordId
  why?: WordId | undefined
  tag?: WordId | undefined
}

interface CardProps {
  why?: WordId | undefined
  tag?: WordId | undefined
  chosen: boolean
  shut?: boolean
  children: (describedBy: string | undefined) => ReactNode
}

function ChoiceCard({ why, tag, chosen, shut, children }: CardProps) {
  const id = useId()
  return (
    <div className={styles.card} data-chosen={chosen} data-shut={shut}>
      <div className={styles.head}>{children(why ? id : undefined)}</div>
      {why && (
        <p className={styles.why} id={id}>
          {tag && <Words id={tag} className={styles.tag} />}
          <Words id={why} />
        </p>
      )}
    </div>
  )
}

interface ChooseOneProps<T extends string> {
  legend: WordId
  options: readonly Option<T>[]
  value: T | null
  onChange(value: T): void
  /** Cards side by side; without it, one under the other. */
  columns?: 1 | 2 | 3 | 4
  problem?: ProblemShape | null | undefined
  quiet?: 'legend'
  hint?: WordId | undefined
  /** Cannot be chosen, and why. */
  shut?: readonly T[]
  shutWhy?: WordId | undefined
}

/** One of a few, each with a word of explanation. The whole card can be pressed. */
export function ChooseOne<T extends string>(props: ChooseOneProps<T>) {
  const { legend, options, value, onChange, columns = 1, problem, quiet, hint, shut = [], shutWhy } = props
  const id = useId()
  return (
    <div className={styles.group}>
      <p className={quiet ? 'hidden-words' : styles.legend} id={id}>
        <Words id={legend} />
      </p>
      {hint && <Words as="p" id={hint} className={styles.hint} />}
      <RadioGroup
        aria-labelledby={id}
        aria-describedby={shut.length > 0 ? `${id}-shut` : undefined}
        className={styles.radios ?? ''}
        value={value ?? ''}
        onChange={(_, { value: next }) => onChange(next as T)}
      >
        <div className={styles.cards} data-columns={columns}>
          {options.map(option => (
            <ChoiceCard
              key={option.value}
              why={option.why}
              tag={option.tag}
              chosen={option.value === value}
              shut={shut.includes(option.value)}
            >
              {described => (
                <Radio
                  className={styles.control}
                  value={option.value}
                  disabled={shut.includes(option.value)}
                  label={<Words id={option.label} className={styles.label} />}
                  aria-describedby={described}
                />
              )}
            </ChoiceCard>
          ))}
        </div>
      </RadioGroup>
      {shut.length > 0 && shutWhy && (
        <p className={styles.shutWhy} id={`${id}-shut`}>
          <Icon name="lock" size={14} />
          <Words id={shutWhy} />
        </p>
      )}
      {problem && <ProblemText problem={problem} />}
    </div>
  )
}

interface ChooseManyProps<T extends string> {
  legend: WordId
  options: readonly Option<T>[]
  values: readonly T[]
  onChange(values: T[]): void
  problem?: ProblemShape | null | undefined
}

export function ChooseMany<T extends string>({ legend, options, values, onChange, problem }: ChooseManyProps<T>) {
  const id = useId()
  const toggle = (value: T, on: boolean) => {
    const order = options.map(option => option.value)
    onChange(order.filter(each => (each === value ? on : values.includes(each))))
  }
  return (
    <div className={styles.group}>
      <p className="hidden-words" id={id}>
        <Words id={legend} />
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a grid in WebKit */}
      <div role="group" aria-labelledby={id} className={styles.cards} data-columns={2}>
        {options.map(option => (
          <ChoiceCard key={option.value} why={option.why} tag={option.tag} chosen={values.includes(option.value)}>
            {described => (
              <Checkbox
                className={styles.control}
                checked={values.includes(option.value)}
                onChange={(_, { checked }) => toggle(option.value, checked === true)}
                label={<Words id={option.label} className={styles.label} />}
                aria-describedby={described}
              />
            )}
          </ChoiceCard>
        ))}
      </div>
      {problem && <ProblemText problem={problem} />}
    </div>
  )
}
