import { type RefObject, useState } from 'react'
import { useEnter } from '../lib'
import { useSay, type WordId } from '../words'
import { FieldFrame, type FrameProps } from './FieldFrame'
import styles from './field.module.css'

interface Props extends FrameProps {
  /** Where the form reads it, once, when it is handed down. */
  secret: RefObject<HTMLInputElement | null>
  onTyped?(): void
  onEnter?: (() => void) | undefined
  /** What an empty box means, while something stands already. */
  keep?: WordId | undefined
}

/**
 * A secret on its way in. React would copy the value of a controlled input into the document, so this one is read
 * from the element itself and kept nowhere else; it is empty again once the engine has it.
 */
export function SecretField({ secret, onTyped, onEnter, standing, keep, ...frame }: Props) {
  const say = useSay()
  const [typed, setTyped] = useState(false)
  const enter = useEnter(onEnter)
  return (
    <FieldFrame {...frame} standing={typed ? null : standing}>
      {wiring => (
        <input
          {...wiring}
          {...enter}
          ref={secret}
          className={styles.secret}
          type="password"
          autoComplete="off"
          spellCheck={false}
          placeholder={keep && say(keep)}
          onInput={event => {
            setTyped(event.currentTarget.value !== '')
            onTyped?.()
          }}
        />
      )}
    </FieldFrame>
  )
}

/** Reads the secret, or nothing if none was typed. */
export function takeSecret(secret: RefObject<HTMLInputElement | null>): string | null {
  return secret.current?.value || null
}

export function clearSecret(secret: RefObject<HTMLInputElement | null>) {
  if (!secret.current) return
  secret.current.value = ''
  secret.current.dispatchEvent(new Event('input', { bubbles: true }))
}
