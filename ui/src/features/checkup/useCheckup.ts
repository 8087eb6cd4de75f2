import { useCallback, useEffect, useRef, useState } from 'react'
import { type CheckupSnapshot, engine, type SetupSnapshot } from '../../ipc'
import { type ProblemShape, problemOf } from '../../shared/lib'

/** The company's check-up page as it now is: read anew whenever the set-up is told anew, as each check does. */
export function useCheckup(setup: SetupSnapshot) {
  const { id } = setup.connection
  const [checkup, setCheckup] = useState<CheckupSnapshot | null>(null)
  const [problem, setProblem] = useState<ProblemShape | null>(null)
  const asked = useRef(0)
  const read = useCallback(async () => {
    asked.current += 1
    const mine = asked.current
    try {
      const told = await engine.checkup(id)
      // An older answer must not stand over a newer one.
      if (mine !== asked.current) return
      setCheckup(told)
      setProblem(null)
    } catch (error) {
      if (mine === asked.current) setProblem(problemOf(error))
    }
  }, [id])
  // biome-ignore lint/correctness/useExhaustiveDependencies: each snapshot of the set-up may tell of another check
  useEffect(() => void read(), [read, setup])
  return { checkup, problem, read }
}
