import { Input } from '@fluentui/react-components'
import { useEnter } from '../lib'
import { FieldFrame, type FrameProps } from './FieldFrame'
import styles from './field.module.css'

interface Props extends FrameProps {
  value: string
  onChange(value: string): void
  onBlur?(): void
  /** What Enter does; an input method's own Enter does nothing. */
  onEnter?: (() => void) | undefined
  kind?: 'text' | 'email' | 'key'
  /** It can be read and not changed. */
  fixed?: boolean
}

const inputTypes = { text: 'text', email: 'email', key: 'text' } as const

/** One line of text: the only such box of the window. */
export function TextField({ value, onChange, onBlur, onEnter, kind = 'text', fixed, ...frame }: Props) {
  const { onBlur: leave, ...enter } = useEnter(onEnter)
  return (
    <FieldFrame {...frame}>
      {wiring => (
        <Input
          {...wiring}
          {...enter}
          className={styles.input}
          input={{ className: kind === 'key' ? styles.key : undefined }}
          type={inputTypes[kind]}
          readOnly={fixed}
          value={value}
          onChange={(_, { value: next }) => onChange(next)}
          onBlur={event => {
            leave(event)
            onBlur?.()
          }}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={kind === 'text' ? undefined : false}
        />
      )}
    </FieldFrame>
  )
}
