import type { ReminderForm, ReminderKind, ReminderView } from '../../ipc'

/** In the order of the list of choices. */
const all: readonly ReminderKind[] = [
  'certificate',
  'allow-list',
  'secret',
  'permissions',
  'version',
  'robot-silent',
  'quota',
  'address',
]

/** Of certificates there may be many; of the others there is one. */
export function kindsLeft(reminders: readonly ReminderView[]): ReminderKind[] {
  return all.filter(kind => kind === 'certificate' || !reminders.some(one => one.kind === kind))
}

/** It has a length of time; a certificate and what only happens have none. */
export function hasInterval(kind: ReminderKind): boolean {
  return !['certificate', 'quota', 'address'].includes(kind)
}

/** Its date follows from something that happens. */
export function isDatedByItself(kind: ReminderKind): boolean {
  return ['secret', 'version', 'robot-silent', 'quota', 'address'].includes(kind)
}

const intervals = [1, 3, 7, 14, 30, 60, 91, 182, 365]
const aheads = [0, 1, 3, 7, 14, 30]

/** The usual ones, and the one that was set elsewhere. */
export function choicesOf(which: 'interval' | 'ahead', now: number | null): number[] {
  const usual = which === 'interval' ? intervals : aheads
  return now === null || usual.includes(now) ? usual : [...usual, now].sort((one, other) => one - other)
}

export function newForm(kind: ReminderKind): ReminderForm {
  const days: Partial<Record<ReminderKind, number>> = { secret: 91, version: 3, 'robot-silent': 30, permissions: 182 }
  return {
    kind,
    note: '',
    owner: { kind: kind === 'certificate' ? 'it' : kind === 'version' ? 'dingtalk-admin' : 'you' },
    everyDays: hasInterval(kind) ? (days[kind] ?? 91) : null,
    aheadDays: kind === 'certificate' ? 14 : kind === 'secret' ? 7 : 0,
    at: '09:30',
    due: null,
  }
}

export function formOf({ kind, note, owner, everyDays, aheadDays, at, due }: ReminderView): ReminderForm {
  return { kind, note, owner, everyDays, aheadDays, at, due }
}
