import type { ReactNode } from 'react'
import { Calm, Harbour, Waiting } from './city'
import styles from './drawing.module.css'
import { Depot, Letter, Lookout, Offline, Queue, Safe, WayMap } from './places'

const scenes = {
  /** The first sight: the harbour, the ferry, the towers. */
  harbour: <Harbour />,
  /** All is well: the tram stands at its stop. */
  calm: <Calm />,
  /** Somebody else's turn: a bench, a clock. */
  waiting: <Waiting />,
  /** Nothing was found here. */
  lookout: <Lookout />,
  /** The way to DingTalk is broken. */
  offline: <Offline />,
  /** Messages. */
  letter: <Letter />,
  /** Guides: the way, with a ring where it matters. */
  map: <WayMap />,
  /** Secrets. */
  safe: <Safe />,
  /** Practice: a tram that is still in its shed. */
  depot: <Depot />,
  /** Whose turn it is. */
  queue: <Queue />,
} satisfies Record<string, ReactNode>

export type SceneName = keyof typeof scenes

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
      {scenes[name]}
    </svg>
  )
}
