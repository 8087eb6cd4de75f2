import type { CheckState } from '../../ipc'
import type { SignKind } from '../../shared/parts'

export const signs: Record<CheckState, SignKind> = {
  fine: 'done',
  'needs-you': 'attention',
  'needs-other': 'attention',
  'cannot-tell': 'unknown',
}

export function needsSomebody(state: CheckState): boolean {
  return state === 'needs-you' || state === 'needs-other'
}
