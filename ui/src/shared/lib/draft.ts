import { useCallback, useEffect, useRef, useState } from 'react'
import { problemOf } from './action'
import type { ProblemShape } from './shapes'

const pause = 300

export interface Draft<T> {
  value: T
  change(next: T): void
  /** Sends what is typed and not sent yet; done when it is saved. */
  flush(): Promise<void>
  /** Why the last thing typed could not be saved. */
  problem: ProblemShape | null
}

export function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right)
}

/**
 * What is being typed. The engine's copy is taken over whenever nothing typed here waits to be saved; what is typed is
 * sent after a pause, on `flush`, when the page is hidden, and when its screen is left.
 */
export function useDraft<T>(saved: T, send: (value: T) => Promise<unknown>): Draft<T> {
  const [value, setValue] = useState(saved)
  const [problem, setProblem] = useState<ProblemShape | null>(null)
  const waiting = useRef<{ value: T } | null>(null)
  const sending = useRef<Promise<void>>(Promise.resolve())
  const inFlight = useRef(0)
  const flushed = useRef(0)
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const sendNow = useRef(send)
  sendNow.current = send

  const flush = useCallback((): Promise<void> => {
    clearTimeout(timer.current)
    const next = waiting.current
    if (!next) return sending.current
    waiting.current = null
    inFlight.current += 1
    flushed.current += 1
    const mine = flushed.current
    // One after the other, so that an older draft can never overtake a newer one.
    sending.current = sending.current
      .then(() => sendNow.current(next.value))
      .then(
        () => setProblem(null),
        error => {
          // Kept for the next try: a full disk must not lose what was typed. Unless something newer is on its way.
          if (mine === flushed.current) waiting.current ??= next
          setProblem(problemOf(error))
        },
      )
      .finally(() => {
        inFlight.current -= 1
      })
    return sending.current
  }, [])

  const change = useCallback(
    (next: T) => {
      setValue(next)
      waiting.current = { value: next }
      clearTimeout(timer.current)
      timer.current = setTimeout(() => void flush(), pause)
    },
    [flush],
  )

  const savedText = JSON.stringify(saved)
  useEffect(() => {
    if (waiting.current || inFlight.current > 0) return
    setValue(JSON.parse(savedText) as T)
  }, [savedText])

  useEffect(() => {
    const hidden = () => void flush()
    document.addEventListener('visibilitychange', hidden)
    window.addEventListener('pagehide', hidden)
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      window.removeEventListener('pagehide', hidden)
      void flush()
    }
  }, [flush])

  return { value, change, flush, problem }
}
