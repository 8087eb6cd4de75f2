import { lazy, Suspense } from 'react'
import styles from './drawing.module.css'

/** What each is for. */
export type SceneName =
  /** The first sight: the harbour, the ferry, the towers. */
  | 'harbour'
  /** All is well: the tram stands at its stop. */
  | 'calm'
  /** Somebody else's turn: a bench, a clock. */
  | 'waiting'
  /** Nothing was found here. */
  | 'lookout'
  /** The way to DingTalk is broken. */
  | 'offline'
  /** Messages. */
  | 'letter'
  /** Guides: the way, with a ring where it matters. */
  | 'map'
  /** Secrets. */
  | 'safe'
  /** Practice: a tram that is still in its shed. */
  | 'depot'
  /** Whose turn it is. */
  | 'queue'

/** No first screen waits for drawings. */
const Drawn = lazy(async () => ({ default: (await import('./scenes')).Drawn }))

/** A line drawing of our own. It repeats what the words beside it say, so a screen reader passes it by. */
export function Scene({ name, width = 240 }: { name: SceneName; width?: number }) {
  return (
    <svg
      className={styles.scene}
      style={{ maxWidth: width }}
      viewBox="0 0 320 168"
      aria-hidden="true"
      focusable="false"
    >
      <Suspense fallback={null}>
        <Drawn name={name} />
      </Suspense>
    </svg>
  )
}
