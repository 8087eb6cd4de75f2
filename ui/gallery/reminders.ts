// Named states of the reminders' page, made by hand.

import { type State, state } from './company'
import { reminder } from './reminder'

const page = (reminders: ReturnType<typeof reminder>[]): State => {
  const made = state({ here: 'protect', until: 'end' })
  return made.setup ? { ...made, setup: { ...made.setup, reminders } } : made
}

export const states: Record<string, State> = {
  'reminders-none': page([]),
  'reminders-some': page([
    reminder('allow-list', { state: 'due', due: '2026-11-20', overdueDays: 8 }),
    reminder('version', { state: 'due', due: '2026-11-28', owner: { kind: 'dingtalk-admin' } }),
    reminder('permissions', { state: 'snoozed', due: '2026-11-20', snoozed: '2026-12-05', overdueDays: 8 }),
    reminder('secret', { due: '2027-02-22', aheadDays: 7 }),
    reminder('certificate', {
      note: 'callback.harbour-demo.example',
      due: '2027-03-01',
      owner: { kind: 'named', name: '陳大文' },
    }),
    reminder('quota', { state: 'quiet', due: null }),
    reminder('robot-silent', { state: 'off' }),
  ]),
}
