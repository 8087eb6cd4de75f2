import { type RefObject, useEffect, useRef } from 'react'

/** The command's answer and the snapshot that it caused arrive one after the other. */
const settled = 80

/** What a person is to look at after a try, the most pressing first. */
const faults = ['[data-urgent] :is(h2, h3)', '[aria-invalid="true"]:is(input, textarea, select)', '[role="alert"]']
const open = ['[data-next]', '[data-state="problem"]', '[data-state="waiting"]']

/** A try has ended: what is wrong gets the focus, or else the next open task comes into sight. */
export function useNextThing(page: RefObject<HTMLElement | null>, busy: boolean) {
  const was = useRef(busy)
  useEffect(() => {
    const ended = was.current && !busy
    was.current = busy
    if (!ended) return
    const timer = setTimeout(() => page.current && showNext(page.current), settled)
    return () => clearTimeout(timer)
  }, [page, busy])
}

function showNext(page: HTMLElement) {
  const first = (selectors: readonly string[]) => {
    for (const selector of selectors) {
      const found = page.querySelector<HTMLElement>(selector)
      if (found) return found
    }
    return null
  }
  const fault = first(faults)
  if (fault) {
    fault.focus({ preventScroll: true })
    return bringIntoSight(page, fault)
  }
  const task = first(open)
  if (task) return bringIntoSight(page, task)
  // Nothing is left to do here: what the try showed stands at the end of the last task.
  const last = [...page.querySelectorAll('[data-state="done"]')].at(-1)
  last?.scrollIntoView({ block: 'end' })
}

/** Only as far as needed: the whole card if it fits, else its beginning. */
function bringIntoSight(page: HTMLElement, one: HTMLElement) {
  const whole = one.closest<HTMLElement>('[data-urgent], section, li') ?? one
  const card = whole.offsetHeight < page.clientHeight ? whole : one
  card.scrollIntoView({ block: card.offsetHeight < page.clientHeight ? 'nearest' : 'start' })
}
