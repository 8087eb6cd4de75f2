/**
 * In the page itself: each field has a label that is seen, a hint, and its error, all tied to it, so that a screen reader reads them
 * with it. Returns a sentence a fault.
 */
export function fieldFaults() {
  const faults = []
  const seen = one => one.checkVisibility({ visibilityProperty: true })
  const words = ids =>
    (ids ?? '')
      .split(' ')
      .filter(Boolean)
      .map(id => document.getElementById(id))
  const isField = one => one.matches('textarea, select, input:not([type="radio"], [type="checkbox"], [type="hidden"])')
  const here = document.querySelector('dialog[open]') ?? document.body
  const fields = [...here.querySelectorAll('textarea, select, input')].filter(one => isField(one) && seen(one))
  for (const field of fields) {
    const label = [...field.labels, ...words(field.getAttribute('aria-labelledby'))].filter(one => one && seen(one))
    const name = label
      .map(one => one.textContent.trim())
      .join(' ')
      .trim()
    if (!name) faults.push(`a field without a label that is seen: ${field.outerHTML.slice(0, 120)}`)
    const told = words(field.getAttribute('aria-describedby'))
    if (told.some(one => !one)) faults.push(`«${name}» is described by something that is not there`)
    const text = told.map(one => one?.textContent.trim() ?? '').join(' ')
    if (!text.trim()) faults.push(`«${name}» has no hint that is read with it`)
    // The largest part of the page that holds this field and no other.
    let frame = field
    while (
      frame.parentElement &&
      [...frame.parentElement.querySelectorAll('textarea, select, input')].filter(isField).length === 1 &&
      !frame.matches('section, li, main, form')
    ) {
      frame = frame.parentElement
    }
    for (const alert of frame.querySelectorAll('[role="alert"]')) {
      if (!told.some(one => one?.contains(alert) || alert.contains(one)))
        faults.push(`the error beside «${name}» is not read with it`)
    }
    const wrong = field.getAttribute('aria-invalid') === 'true'
    if (wrong && !text.trim()) faults.push(`«${name}» is wrong and does not say why`)
  }
  return faults
}
