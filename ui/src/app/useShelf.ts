import { useEffect, useState } from 'react'
import { engine, type SetupSnapshot } from '../ipc'
import type { ShelfShape } from '../shared/guide'
import { type ProblemShape, problemOf } from '../shared/lib'

interface Told {
  shelf: ShelfShape | null
  problem: ProblemShape | null
}

/** The guides of the company that is open, for its edition of DingTalk. */
export function useShelf(setup: SetupSnapshot): Told {
  const { id } = setup.connection
  const { region } = setup.register
  const [told, setTold] = useState<Told>({ shelf: null, problem: null })
  // biome-ignore lint/correctness/useExhaustiveDependencies: another edition has other guides
  useEffect(() => {
    let current = true
    const take = (next: (before: Told) => Told) => {
      if (current) setTold(next)
    }
    engine.guideShelf(id).then(
      // Trouble is told once a start, and stays in sight for as long as this company is open.
      shelf =>
        take(({ shelf: before }) => ({
          shelf: { ...shelf, trouble: shelf.trouble ?? before?.trouble ?? null },
          problem: null,
        })),
      error => take(before => ({ ...before, problem: problemOf(error) })),
    )
    return () => {
      current = false
    }
  }, [id, region])
  return told
}
