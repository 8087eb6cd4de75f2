import type { SetupSnapshot, Task, WaitView } from '../../ipc'
import type { Values, WordId } from '../../shared/words'

export interface Told {
  title: WordId
  /** What happens if nothing is done, or what comes next. */
  after: WordId
  values?: Values
}

const wrong: Partial<Record<Task, Told>> = {
  hosts: { title: 'overview-wrong-hosts', after: 'overview-wrong-hosts-then' },
  credentials: { title: 'overview-wrong-keys', after: 'overview-wrong-keys-then' },
  corp: { title: 'overview-wrong-keys', after: 'overview-wrong-keys-then' },
  token: { title: 'overview-wrong-keys', after: 'overview-wrong-keys-then' },
  points: { title: 'overview-wrong-points', after: 'overview-wrong-points-then' },
  scope: { title: 'overview-wrong-scope', after: 'overview-wrong-scope-then' },
  'allow-list': { title: 'overview-wrong-list', after: 'overview-wrong-list-then' },
  robot: { title: 'overview-wrong-robot', after: 'overview-wrong-robot-then' },
  message: { title: 'overview-wrong-message', after: 'overview-wrong-message-then' },
  clock: { title: 'overview-wrong-clock', after: 'overview-wrong-clock-then' },
}

/** Problems whose code says more than the task they stand on. */
const byCode: Record<string, Task> = {
  'address-refused': 'allow-list',
  'credentials-refused': 'credentials',
  'token-refused': 'credentials',
  'permission-missing': 'points',
  'contact-scope': 'scope',
}

const anything: Told = { title: 'overview-wrong', after: 'overview-wrong-then' }

/** A problem that stops everything comes before one that stops something. */
const gravest: Task[] = ['hosts', 'credentials', 'corp', 'token', 'allow-list', 'points', 'scope', 'robot', 'message']

function taskToBlame({ task, problem }: WaitView): Task {
  return (problem && byCode[problem.code]) ?? task
}

function wrongest(waits: readonly WaitView[]): Told {
  const blamed = waits.filter(({ problem }) => problem !== null).map(taskToBlame)
  const first = gravest.find(task => blamed.includes(task)) ?? blamed[0]
  return (first && wrong[first]) ?? anything
}

/** The one thing that is said first. */
export function headlineOf(setup: SetupSnapshot, date: (date: string) => string): Told {
  const { overview, connection } = setup
  const { standing, waits } = overview
  switch (standing) {
    case 'offline':
      return { title: 'overview-wrong-hosts', after: 'overview-wrong-hosts-then' }
    case 'trouble':
      return wrongest(waits)
    case 'well':
      return connection.region === 'practice'
        ? { title: 'overview-well-practice', after: 'overview-well-practice-then' }
        : { title: 'overview-well', after: 'overview-well-then' }
    case 'begun':
      return connection.stopsDone === 0
        ? { title: 'overview-first', after: 'overview-first-then' }
        : { title: 'overview-begun', after: 'overview-begun-then', values: { done: connection.stopsDone } }
    case 'attention':
      return attention(
        waits.find(({ kind }) => kind !== 'answered'),
        date,
      )
  }
}

function attention(wait: WaitView | undefined, date: (date: string) => string): Told {
  const due = wait?.due ? date(wait.due) : ''
  switch (wait?.kind) {
    case 'asked':
      return { title: 'overview-asked', after: 'overview-asked-then' }
    case 'reminder-due':
      return wait.reminder
        ? { title: `reminder-kind-${wait.reminder.kind}`, after: `reminder-do-${wait.reminder.kind}` }
        : { title: 'overview-open', after: 'overview-open-then' }
    case 'secret-old':
      return { title: 'overview-secret', after: 'overview-secret-then', values: { date: due, days: wait.days ?? 0 } }
    default:
      return { title: 'overview-open', after: 'overview-open-then' }
  }
}
