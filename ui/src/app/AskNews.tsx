import { useEffect, useRef } from 'react'
import type { AppSnapshot } from '../ipc'
import { useDesk } from '../shared/lib'
import { useSay } from '../shared/words'

/** Tells, wherever one is, that something came about which somebody else was asked for, in whichever company. */
export function AskNews({ app }: { app: AppSnapshot }) {
  const say = useSay()
  const { announce } = useDesk()
  const before = useRef<ReadonlyMap<string, number> | null>(null)
  useEffect(() => {
    for (const { id, name, answered } of app.connections) {
      if (before.current && answered > (before.current.get(id) ?? 0)) {
        announce(say('ask-news', { company: name || say('rail-unnamed') }))
      }
    }
    before.current = new Map(app.connections.map(({ id, answered }) => [id, answered]))
  }, [app.connections, say, announce])
  return null
}
