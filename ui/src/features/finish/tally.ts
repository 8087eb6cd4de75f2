import type { SetupSnapshot } from '../../ipc'

/** How many tasks were verified by calls, how many only said by a person, and how many are still open. */
export function tally({ stops }: Pick<SetupSnapshot, 'stops'>) {
  const count = { verified: 0, said: 0, open: 0 }
  for (const { evidence, state } of stops.flatMap(({ tasks }) => tasks)) {
    if (!evidence || state !== 'done') count.open += 1
    else count[evidence.kind] += 1
  }
  return count
}
