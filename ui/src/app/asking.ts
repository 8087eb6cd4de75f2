import { useMemo } from 'react'
import { type ConnectionId, engine, type Task } from '../ipc'
import type { AskDesk } from '../shared/lib'

/** What the shared part for asking somebody else may do, for the company on the screen. */
export function useAsking(id: ConnectionId): AskDesk {
  return useMemo(
    () => ({
      read: async (task, who) => {
        const reading = await engine.askRead(id, task as Task, who)
        // The engine names only those whom one can write to.
        return { ...reading, who: reading.who as Exclude<typeof reading.who, 'you' | 'dingtalk'> }
      },
      mail: (task, who, tag) => engine.askMail(id, task as Task, who, tag),
      noted: (task, who) => engine.askNoted(id, task as Task, who),
      undo: task => engine.askUndo(id, task as Task),
      nameApp: name => engine.appNameSet(id, name),
    }),
    [id],
  )
}
