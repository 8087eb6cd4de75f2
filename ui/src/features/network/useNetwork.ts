import { useCallback, useEffect, useState } from 'react'
import { type ConnectionId, engine, type NetworkSnapshot, watchNetwork } from '../../ipc'
import { type ProblemShape, problemOf } from '../../shared/lib'

/** The company's network page as it now is, or why it cannot be told. */
export function useNetwork(id: ConnectionId) {
  const [network, setNetwork] = useState<NetworkSnapshot | null>(null)
  const [problem, setProblem] = useState<ProblemShape | null>(null)
  const read = useCallback(async () => {
    setNetwork(await engine.network(id))
    setProblem(null)
  }, [id])
  useEffect(() => {
    let stop: (() => void) | undefined
    let left = false
    const mine = (snapshot: NetworkSnapshot) => {
      if (snapshot.connection !== id) return
      setNetwork(snapshot)
      setProblem(null)
    }
    const failed = (error: unknown) => left || setProblem(problemOf(error))
    watchNetwork(mine).then(unwatch => {
      if (left) unwatch()
      else stop = unwatch
    }, failed)
    read().catch(failed)
    return () => {
      left = true
      stop?.()
    }
  }, [id, read])
  return { network, problem, read }
}
