import type { ReminderForm, ReminderView } from '../../ipc'

const intervals = [1, 3, 7, 14, 30, 60, 90, 180, 365]
const aheads = [0, 1, 3, 7, 14, 30]

/** The usual ones, and the one that was set elsewhere. */
export function choicesOf(which: 'interval' | 'ahead', now: number | null): number[] {
  const usual = which === 'interval' ? intervals : aheads
  return now === null || usual.includes(now) ? usual : [...usual, now].sort((one, other) => one - other)
}

export function formOf({ kind, note, owner, everyDays, aheadDays, at, due }: ReminderView): ReminderForm {
  return { kind, note, owner, everyDays, aheadDays, at, due }
}
