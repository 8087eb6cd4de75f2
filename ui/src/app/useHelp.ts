import { useCallback, useEffect, useState } from 'react'
import { guideFor, panelId, type ShelfShape } from '../shared/guide'

/** The task in whose card the focus is, if any. */
function taskInFocus(): string | null {
  return document.activeElement?.closest<HTMLElement>('[data-task]')?.dataset.task ?? null
}

/** Puts the panel in sight and in focus; false where the page has none. */
function showPanel(): boolean {
  const panel = document.getElementById(panelId)
  if (!panel) return false
  panel.scrollIntoView({ block: 'nearest' })
  panel.focus({ preventScroll: true })
  return true
}

/**
 * Help is the guide for where one is: the panel beside the page, turned to the task in focus; on a page without a panel,
 * the page of all guides. F1 does what the Help button does.
 */
export function useHelp(shelf: ShelfShape | null, onGuides: () => void) {
  // An object, so that asking twice for the same guide is heard twice.
  const [wanted, setWanted] = useState<{ place: string } | null>(null)
  const want = useCallback(
    (place: string) => {
      setWanted({ place })
      if (!showPanel()) onGuides()
    },
    [onGuides],
  )
  const help = useCallback(() => {
    const task = taskInFocus()
    const guide = task ? guideFor(shelf, task) : null
    if (guide) want(guide.place)
    else if (!showPanel()) onGuides()
  }, [shelf, want, onGuides])
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key !== 'F1') return
      event.preventDefault()
      help()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [help])
  const forget = useCallback(() => setWanted(null), [])
  return { guide: wanted, want, help, forget }
}
