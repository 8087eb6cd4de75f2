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
  // Of each company: one that is looked at in the background must not take the one on the screen away.
  const [setups, setSetups] = useState<ReadonlyMap<string, SetupSnapshot>>(new Map())
  const [problem, setProblem] = useState<ProblemShape | null>(null)

  useEffect(() => {
    let left = false
    let stop: (() => void) | undefined
    const start = async () => {
      stop = await watch({
        app: setApp,
        setup: told => setSetups(before => new Map(before).set(told.connection.id, told)),
      })
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

  return { app, setup: (app?.current && setups.get(app.current)) || null, problem }
}
