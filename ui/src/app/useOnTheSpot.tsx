import { type ReactNode, Suspense, useCallback } from 'react'
import type { SetupSnapshot } from '../ipc'
import type { ProblemShape } from '../shared/lib'
import { later } from '../shared/words'

const SecretAgain = later(async () => (await import('../features/change')).SecretAgain)

/** A dead or a lost secret is the trouble, so that one field puts it right. */
const aboutSecret = ['credentials-refused', 'secret-missing']

/** What puts a task's trouble right where it stands. */
export function useOnTheSpot(setup: SetupSnapshot): (problem: ProblemShape) => ReactNode {
  return useCallback(
    ({ code }: ProblemShape) => {
      // Before any keys worked there is nothing to put right in one field.
      if (!aboutSecret.includes(code) || setup.keys.secretSetAt === null) return null
      return (
        <Suspense fallback={null}>
          <SecretAgain setup={setup} />
        </Suspense>
      )
    },
    [setup],
  )
}
