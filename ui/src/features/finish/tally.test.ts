import { expect, test } from 'vitest'
import type { SetupSnapshot } from '../../ipc'
import { tally } from './tally'

const stop = (...tasks: [string, string | null][]) => ({
  tasks: tasks.map(([state, kind]) => ({ state, evidence: kind && { kind } })),
})

test('each task counts once, and old evidence of a task that is open again does not', () => {
  const stops = [
    stop(['done', 'verified'], ['done', 'said'], ['waiting', null]),
    stop(['done', 'verified'], ['problem', 'verified']),
  ] as unknown as SetupSnapshot['stops']
  expect(tally({ stops })).toEqual({ verified: 2, said: 1, open: 2 })
})
