import { useEffect, useState } from 'react'
import { type AppSnapshot, engine, type SetupSnapshot, watch } from '../ipc'
import { type ProblemShape, problemOf } from '../shared/lib'

export interface Drawn {
  app: AppSnapshot | null
  setup: SetupSnapshot | null
  /** Why nothing can be drawn at all. */
  problem: ProblemShape | null
}

/** What the engine last published, and nothing else: the window holds no state of the product. */
export function useSnapshots(): Drawn {
  const [app, setApp] = useState<AppSnapshot | null>(null)
  const [setup, setSetup] = useState<SetupSnapshot | null>(null)
  const [problem, setProblem] = useState<ProblemShape | null>(null)

  useEffect(() => {
    let left = false
    let stop: (() => void) | undefined
    const start = async () => {
      stop = await watch({ app: setApp, setup: setSetup })
      if (left) return stop()
      const first = await engine.app()
      if (first.current) await engine.setup(first.current)
    }
    start().catch(error => setProblem(problemOf(error)))
    return () => {
      left = true
      stop?.()
    }
  }, [])

  const shown = setup && app?.current === setup.connection.id ? setup : null
  return { app, setup: shown, problem }
}
