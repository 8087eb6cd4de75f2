import { useCallback, useEffect, useState } from 'react'
import { type ConnectionId, engine, type NetworkSnapshot, watchNetwork } from '../../ipc'

/** The company's network page as it now is; nothing until it was first read. */
export function useNetwork(id: ConnectionId) {
  const [network, setNetwork] = useState<NetworkSnapshot | null>(null)
  const read = useCallback(async () => setNetwork(await engine.network(id)), [id])
  useEffect(() => {
    let stop: (() => void) | undefined
    let left = false
    const mine = (snapshot: NetworkSnapshot) => snapshot.connection === id && setNetwork(snapshot)
    void watchNetwork(mine).then(unwatch => {
      if (left) unwatch()
      else stop = unwatch
    })
    // A page that cannot be read says so when its button is pressed.
    read().catch(() => undefined)
    return () => {
      left = true
      stop?.()
    }
  }, [id, read])
  return { network, read }
}
