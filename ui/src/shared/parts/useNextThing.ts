import { type RefObject, useEffect, useRef } from 'react'
import { typedInto } from '../lib'

/** The command's answer and the snapshot that it caused arrive one after the other. */
const settled = 80

/** What a person is to look at after a try, the most pressing first. */
const faults = ['[data-urgent] :is(h2, h3)', '[aria-invalid="true"]:is(input, textarea, select)', '[role="alert"]']
const open = ['[data-next]', '[data-state="problem"]', '[data-state="waiting"]']

/**
 * A try has ended: what is wrong gets the focus, or else the next open task comes into sight. Not from under the fingers
 * of somebody who types: what runs in the background makes a page busy too (`own`: the page's own try does).
 */
export function useNextThing(page: RefObject<HTMLElement | null>, busy: boolean, own: boolean) {
  const began = useRef<{ own: boolean; at: Element | null } | null>(null)
  useEffect(() => {
    if (busy) {
      began.current ??= { own, at: document.activeElement }
      began.current.own ||= own
      return
    }
    const ended = began.current
    began.current = null
    if (!ended) return
    const timer = setTimeout(() => {
      const typed = typedInto()
      if (page.current && (!typed || (ended.own && typed === ended.at))) showNext(page.current)
    }, settled)
    return () => clearTimeout(timer)
  }, [page, busy, own])
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
