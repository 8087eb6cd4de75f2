import { Suspense, useEffect, useState } from 'react'
import { watchClosing } from '../ipc'
import { later } from '../shared/words'

const ClosingDialog = later(async () => (await import('../features/closing')).ClosingDialog)

/** The window was to be closed, and nobody has said yet what that means. */
export function ClosingQuestion() {
  const [asked, setAsked] = useState(false)
  useEffect(() => {
    let left = false
    let stop: (() => void) | undefined
    watchClosing(() => setAsked(true)).then(
      unwatch => {
        if (left) unwatch()
        else stop = unwatch
      },
      () => undefined,
    )
    return () => {
      left = true
      stop?.()
    }
  }, [])
  if (!asked) return null
  return (
    <Suspense fallback={null}>
      <ClosingDialog onEnd={() => setAsked(false)} />
    </Suspense>
  )
}
