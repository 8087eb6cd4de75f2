import { useEffect, useState } from 'react'
import { engine, type UpdateHabit, type UpdateSnapshot, watchUpdate } from '../../ipc'
import { type ProblemShape, problemOf, useAction } from '../../shared/lib'

/** New versions as they now stand, and one thing at a time to be done about them. */
export function useUpdate() {
  const [update, setUpdate] = useState<UpdateSnapshot | null>(null)
  const [unread, setUnread] = useState<ProblemShape | null>(null)
  const doing = useAction()
  const stopping = useAction()
  // While a long download goes on, the habit can be chosen all the same.
  const choosing = useAction()
  useEffect(() => {
    let stop: (() => void) | undefined
    let left = false
    watchUpdate(setUpdate).then(
      unwatch => {
        if (left) unwatch()
        else stop = unwatch
      },
      () => undefined,
    )
    engine.update().then(
      told => left || setUpdate(told),
      error => left || setUnread(problemOf(error)),
    )
    return () => {
      left = true
      stop?.()
    }
  }, [])
  const act = (step: () => Promise<UpdateSnapshot>) => void doing.run(async () => setUpdate(await step()))
  const halt = () => void stopping.run(engine.updateStop)
  const choose = (habit: UpdateHabit) => void choosing.run(async () => setUpdate(await engine.updateHabit(habit)))
  const problem = unread ?? doing.problem ?? stopping.problem ?? choosing.problem
  return { update, act, halt, choose, busy: doing.busy, problem }
}
