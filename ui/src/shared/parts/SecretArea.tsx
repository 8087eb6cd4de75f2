import type { RefObject } from 'react'
import { FieldFrame, type FrameProps } from './FieldFrame'
import styles from './field.module.css'

interface Props extends FrameProps {
  /** Where it is read, once, when it is handed down. */
  secret: RefObject<HTMLTextAreaElement | null>
  rows?: number
}

/** A text that holds a secret, in dots: read from the element itself and kept nowhere else, like `SecretField`. */
export function SecretArea({ secret, rows = 3, ...frame }: Props) {
  return (
    <FieldFrame {...frame}>
      {wiring => (
        <textarea
          {...wiring}
          ref={secret}
          className={styles.area}
          data-kind="masked"
          rows={rows}
          autoComplete="off"
          spellCheck={false}
        />
      )}
    </FieldFrame>
  )
}
