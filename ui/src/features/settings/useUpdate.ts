import { useEffect, useState } from 'react'
import { engine, type UpdateSnapshot, watchUpdate } from '../../ipc'
import { type ProblemShape, problemOf, useAction } from '../../shared/lib'

/** New versions as they now stand, and one thing at a time to be done about them. */
export function useUpdate() {
  const [update, setUpdate] = useState<UpdateSnapshot | null>(null)
  const [unread, setUnread] = useState<ProblemShape | null>(null)
  const doing = useAction()
  const stopping = useAction()
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
  return { update, act, halt, busy: doing.busy, problem: unread ?? doing.problem ?? stopping.problem }
}
