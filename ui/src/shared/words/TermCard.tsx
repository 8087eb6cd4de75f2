import { Tooltip } from '@fluentui/react-components'
import { type KeyboardEvent, type ReactNode, useMemo, useState } from 'react'
import type { TermName } from './ids'
import { TermEntry } from './TermEntry'
import styles from './term.module.css'

/** The card comes by pointer and by focus, stays after a press or a tap, and goes by Esc. */
export function TermCard({ name, children }: { name: TermName; children: ReactNode }) {
  const [shown, setShown] = useState(false)
  const [kept, setKept] = useState(false)
  // What is read aloud stands inside a landmark.
  const landmark = useMemo(() => document.querySelector('main'), [])
  const close = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !(shown || kept)) return
    event.stopPropagation()
    setKept(false)
    setShown(false)
  }
  return (
    <Tooltip
      relationship="description"
      mountNode={landmark}
      visible={shown || kept}
      onVisibleChange={(_, { visible }) => setShown(visible)}
      positioning={{ position: 'above', align: 'start', autoSize: 'height' }}
      content={{ className: styles.card, children: <TermEntry name={name} named /> }}
    >
      <button
        type="button"
        className={styles.term}
        onClick={() => setKept(true)}
        onBlur={() => setKept(false)}
        onKeyDown={close}
      >
        {children}
      </button>
    </Tooltip>
  )
}
