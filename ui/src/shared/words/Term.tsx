import { type ReactNode, Suspense, useLayoutEffect, useRef, useState } from 'react'
import type { TermName } from './ids'
import { later } from './later'
import { mention } from './mentions'

/** Comes after the first screen: its tooltip is a tenth of the window's code. */
const TermCard = later(async () => (await import('./TermCard')).TermCard)

/** Where a second thing to press would be in the way, or where nobody would look for one. */
const elsewhere =
  'a, button, label, summary, legend, h1, h2, h3, [role="alert"], [aria-hidden="true"], details:not([open])'

/** A word of DingTalk's within a sentence: at its first mention on the screen it explains itself. */
export function Term({ name, children }: { name: TermName; children?: ReactNode }) {
  const place = useRef<HTMLSpanElement>(null)
  const [first, setFirst] = useState(false)
  useLayoutEffect(() => {
    if (place.current?.closest(elsewhere)) return
    return mention(name, setFirst)
  }, [name])
  return (
    <span ref={place}>
      {first ? (
        <Suspense fallback={children}>
          <TermCard name={name}>{children}</TermCard>
        </Suspense>
      ) : (
        children
      )}
    </span>
  )
}
