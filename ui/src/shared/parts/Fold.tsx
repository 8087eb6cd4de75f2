import { type ReactNode, useEffect, useState } from 'react'
import { type WordId, Words } from '../words'

interface Props {
  summary: WordId
  className?: string | undefined
  /** There is something in it to be seen now. */
  calls: boolean
  children: ReactNode
}

/** A fold that opens by itself when it is called for. It never shuts by itself: somebody may be at work in it. */
export function Fold({ summary, className, calls, children }: Props) {
  const [open, setOpen] = useState(calls)
  useEffect(() => {
    if (calls) setOpen(true)
  }, [calls])
  return (
    <details className={className} open={open} onToggle={event => setOpen(event.currentTarget.open)}>
      <Words as="summary" id={summary} />
      {children}
    </details>
  )
}
