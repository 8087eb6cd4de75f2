import { type RefObject, useEffect, useRef } from 'react'

/** Where one goes on inside a part: what is chosen or typed before what is pressed. */
const places = ['input:checked', 'input, textarea, select', 'button, summary', '[tabindex]']

/** The element itself if it can have the focus, else the first thing inside that can. */
export function placeIn(part: HTMLElement): HTMLElement | null {
  if (part.matches('[tabindex]')) return part
  for (const place of places) {
    const found = part.querySelector<HTMLElement>(place)
    if (found) return found
  }
  return null
}

/** The field that somebody may be typing into. */
export function typedInto(): Element | null {
  return document.activeElement?.closest('input:not([type="radio"], [type="checkbox"]), textarea') ?? null
}

/** A page's heading, a question that was just opened: what appears takes the focus. */
export function useTakesFocus<T extends HTMLElement>(): RefObject<T | null> {
  const part = useRef<T>(null)
  useEffect(() => {
    if (part.current) placeIn(part.current)?.focus({ preventScroll: true })
  }, [])
  return part
}

/**
 * What was pressed is gone by then, and the focus with it: whoever walks by keyboard goes on here, and not at the top of
 * the window. Nothing is taken from where the focus still is.
 */
export function useKeepsFocus<T extends HTMLElement>(state: unknown): RefObject<T | null> {
  const part = useRef<T>(null)
  const before = useRef(state)
  useEffect(() => {
    if (before.current === state) return
    before.current = state
    const at = document.activeElement
    if (part.current && (!at || at === document.body)) placeIn(part.current)?.focus({ preventScroll: true })
  }, [state])
  return part
}
