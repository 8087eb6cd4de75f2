import { useEffect } from 'react'
import { type ConnectionId, engine, type Task, watchCalls } from '../ipc'

/** Goes where somebody pressed outside the window: on a notification, or in the tray. */
export function useWanted(id: ConnectionId, toTask: (task: Task) => void, toReminders: () => void) {
  useEffect(() => {
    let left = false
    let stop: (() => void) | undefined
    const take = async () => {
      const wanted = left ? null : await engine.wantedTake(id)
      if (!wanted) return
      if (wanted.task) toTask(wanted.task)
      else toReminders()
    }
    const quietly = () => void take().catch(() => undefined)
    watchCalls(quietly).then(
      unwatch => {
        if (left) unwatch()
        else stop = unwatch
      },
      () => undefined,
    )
    quietly()
    return () => {
      left = true
      stop?.()
    }
  }, [id, toTask, toReminders])
}
