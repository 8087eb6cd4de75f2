import type { RefObject } from 'react'
import { FieldFrame, type FrameProps } from './FieldFrame'
import styles from './field.module.css'

interface Props extends FrameProps {
  value: string
  onChange(value: string): void
  onBlur?(): void
  rows?: number
  /** Letters of one width, unchecked by the speller: what programs say, and no prose. */
  kind?: 'prose' | 'code'
  /** For putting something in where the caret stands. */
  area?: RefObject<HTMLTextAreaElement | null>
}

/** Several lines of text: the only such box of the window. Enter is a new line and nothing else. */
export function TextArea({ value, onChange, onBlur, rows = 3, kind = 'prose', area, ...frame }: Props) {
  return (
    <FieldFrame {...frame}>
      {wiring => (
        <textarea
          {...wiring}
          ref={area}
          className={styles.area}
          data-kind={kind}
          rows={rows}
          value={value}
          onChange={event => onChange(event.target.value)}
          onBlur={onBlur}
          autoComplete="off"
          spellCheck={kind === 'code' ? false : undefined}
        />
      )}
    </FieldFrame>
  )
}
