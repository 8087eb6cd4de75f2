// One reminder as the engine tells it, made by hand.
import type { ReminderKind, ReminderView, Task } from '../src/generated/bindings'

const tasks: Partial<Record<ReminderKind, Task>> = {
  'allow-list': 'listed',
  secret: 'credentials',
  permissions: 'points',
  version: 'published',
  'robot-silent': 'robot',
  address: 'allow-list',
}

export const reminder = (kind: ReminderKind, rest: Partial<ReminderView> = {}): ReminderView => ({
  id: `${kind}-${rest.note ?? ''}`,
  kind,
  note: '',
  owner: { kind: 'you' },
  everyDays: kind === 'certificate' ? null : 90,
  aheadDays: 0,
  at: '09:30',
  due: '2027-02-22',
  snoozed: null,
  state: 'planned',
  overdueDays: 0,
  task: tasks[kind] ?? null,
  datedByItself: ['secret', 'version', 'robot-silent', 'quota', 'address'].includes(kind),
  removable: kind === 'certificate',
  ...rest,
})
