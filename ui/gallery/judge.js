/**
 * What a machine can judge of a screen, in the page itself: nothing cut, nothing covered, nothing that cannot be reached. The gallery
 * and the journeys ask the same. Returns a sentence a fault.
 */
export function judge() {
  const faults = []
  const seen = one => one.checkVisibility({ visibilityProperty: true, opacityProperty: true })
  const named = one =>
    `${one.tagName.toLowerCase()} «${(one.textContent || one.getAttribute('aria-label') || one.value || '').trim().slice(0, 50)}»`
  const told = (what, one) => faults.push(`${what}: ${named(one)}`)
  const hidden = one => one.closest('.hidden-words') !== null
  // What lies under an open dialog is out of reach on purpose.
  const here = document.querySelector('dialog[open]') ?? document.body

  // From the top: what stays in its place covers what is scrolled under it, and should.
  for (const one of document.querySelectorAll('*')) if (one.scrollTop) one.scrollTop = 0

  const root = document.scrollingElement
  if (root.scrollTop !== 0) faults.push(`the window itself is scrolled by ${root.scrollTop}`)
  if (root.scrollHeight > root.clientHeight)
    faults.push(`the window itself is ${root.scrollHeight - root.clientHeight} too tall`)
  if (root.scrollWidth > root.clientWidth)
    faults.push(`the window itself is ${root.scrollWidth - root.clientWidth} too wide`)

  for (const one of here.querySelectorAll('*')) {
    if (!seen(one) || one.closest('svg')) continue
    const style = getComputedStyle(one)
    if (['auto', 'scroll'].includes(style.overflowX) && one.scrollWidth > one.clientWidth + 1)
      told('scrolls sideways', one)
  }

  // Text: each piece within what clips it, and within the window's width.
  const walker = document.createTreeWalker(here, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const one = node.parentElement
    if (!node.nodeValue.trim() || !seen(one) || hidden(one) || one.closest('svg, textarea, select, style, script'))
      continue
    const range = document.createRange()
    range.selectNodeContents(node)
    const text = range.getBoundingClientRect()
    if (text.width === 0) continue
    if (text.left < -1 || text.right > innerWidth + 1) told('runs out of the window', one)
    for (let box = one; box && box !== document.body; box = box.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(box)
      const { left, right, top, bottom } = box.getBoundingClientRect()
      const across = ['hidden', 'clip'].includes(overflowX) && (text.left < left - 1.5 || text.right > right + 1.5)
      const down = ['hidden', 'clip'].includes(overflowY) && (text.top < top - 3 || text.bottom > bottom + 3)
      if (across || down) told('is cut', one)
    }
    // What is painted over words hides them. A control may lie over its own label.
    const middle = document.elementFromPoint(text.left + text.width / 2, text.top + text.height / 2)
    let inside = text.top >= 0 && text.bottom <= innerHeight && text.left >= 0 && text.right <= innerWidth
    for (let box = one; box && box !== document.body; box = box.parentElement) {
      if (getComputedStyle(box).overflowY === 'visible') continue
      const { top, bottom } = box.getBoundingClientRect()
      // Scrolled away is not covered.
      if (text.top < top || text.bottom > bottom) inside = false
    }
    const lines = range.getClientRects().length
    if (
      inside &&
      lines === 1 &&
      middle &&
      !middle.contains(one) &&
      !one.contains(middle) &&
      middle.tagName !== 'INPUT'
    ) {
      told(`is covered by ${named(middle)}`, one)
    }
  }

  // Controls: none over another, each with some place of its own.
  const controls = [
    ...here.querySelectorAll('a[href], button, input, textarea, select, summary, [tabindex="0"]'),
  ].filter(
    one =>
      !one.closest('details:not([open]) > :not(summary)') &&
      (seen(one) || one.matches('input[type="radio"], input[type="checkbox"]')),
  )
  const places = controls.map(one => ({ one, place: one.getBoundingClientRect() }))
  for (const { one, place } of places) {
    if (place.width < 8 || place.height < 8) told('has no place', one)
    if (place.left < -1 || place.right > innerWidth + 1) told('stands outside the window', one)
  }
  for (const [index, { one, place }] of places.entries()) {
    for (const { one: other, place: its } of places.slice(index + 1)) {
      if (one.contains(other) || other.contains(one)) continue
      const width = Math.min(place.right, its.right) - Math.max(place.left, its.left)
      const height = Math.min(place.bottom, its.bottom) - Math.max(place.top, its.top)
      const scrolledAway = its.bottom < 0 || its.top > innerHeight
      if (width > 2 && height > 2 && !scrolledAway && sameScroller(one, other)) told(`overlaps ${named(other)}`, one)
    }
  }

  // Each can be brought into sight.
  for (const one of controls) {
    one.scrollIntoView({ block: 'nearest' })
    const { top, bottom } = one.getBoundingClientRect()
    if (bottom < 1 || top > innerHeight - 1) told('cannot be reached', one)
  }
  for (const one of document.querySelectorAll('*')) if (one.scrollTop) one.scrollTop = 0

  function sameScroller(one, other) {
    const scroller = from => {
      for (let box = from.parentElement; box; box = box.parentElement) {
        if (['auto', 'scroll'].includes(getComputedStyle(box).overflowY)) return box
      }
      return null
    }
    return scroller(one) === scroller(other)
  }
  return [...new Set(faults)]
}
