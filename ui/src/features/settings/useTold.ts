import { useCallback, useEffect, useState } from 'react'
import { type ProblemShape, problemOf } from '../../shared/lib'

/** What the engine says when a card is opened, and again when it is asked. */
export function useTold<T>(ask: () => Promise<T>) {
  const [told, setTold] = useState<T | null>(null)
  const [problem, setProblem] = useState<ProblemShape | null>(null)
  const read = useCallback(
    () =>
      ask()
        .then(setTold)
        .catch(error => setProblem(problemOf(error))),
    [ask],
  )
  useEffect(() => {
    void read()
  }, [read])
  return { told, setTold, problem, read }
}
