import { useCallback, useRef, useState } from 'react'
import type { ProblemShape } from './shapes'

export interface Action {
  busy: boolean
  problem: ProblemShape | null
  /** Does the work unless it is being done already; true if it went well. */
  run(work: () => Promise<unknown>): Promise<boolean>
  forget(): void
}

/** A refusal carries its problem; anything else is a fault of ours and still gets words. */
export function problemOf(error: unknown): ProblemShape {
  if (typeof error === 'object' && error !== null && 'problem' in error) return error.problem as ProblemShape
  const code = error instanceof Error ? error.name : 'fault'
  const server = { code, message: String(error), requestId: null }
  return { code: 'unknown', who: 'you', field: null, args: { code }, server }
}

/** One piece of work at a time; its failure is kept until the next try. */
export function useAction(): Action {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemShape | null>(null)
  const working = useRef(false)
  const run = useCallback(async (work: () => Promise<unknown>) => {
    if (working.current) return false
    working.current = true
    setBusy(true)
    setProblem(null)
    try {
      await work()
      return true
    } catch (error) {
      setProblem(problemOf(error))
      return false
    } finally {
      working.current = false
      setBusy(false)
    }
  }, [])
  const forget = useCallback(() => setProblem(null), [])
  return { busy, problem, run, forget }
}
