// Home in each of its states, made by hand in the shapes of the engine's snapshots.
import type { AskedView, OverviewView, Stop, Task, WaitKind, WaitView, Who } from '../src/generated/bindings'
import { appWith, problem, type Special, type State, state } from './company'
import { reminder } from './reminder'

const hoursAgo = (hours: number) => new Date(Date.now() - hours * 3_600_000).toISOString()
const asked = (who: Who, hours: number): AskedView => ({
  who,
  since: hoursAgo(hours),
  askedAt: hoursAgo(hours),
  times: 1,
  checkedAt: hoursAgo(0.3),
  doneAt: null,
  byItself: who === 'dingtalk-admin',
})
const wait = (kind: WaitKind, task: Task, stop: Stop, who: Who, rest: Partial<WaitView> = {}): WaitView => ({
  kind,
  task,
  stop,
  who,
  problem: null,
  asked: null,
  due: null,
  days: null,
  reminder: null,
  ...rest,
})
const works: Task[] = ['token', 'hosts', 'allow-list', 'points', 'scope', 'robot', 'message', 'clock', 'zone']
const refused = problem('address-refused', 'dingtalk-admin', { args: { ip: '203.0.113.88' } })
const unreachable = problem('unreachable', 'it', { args: { host: 'api.dingtalk.com' } })

function home(overview: Partial<OverviewView>, special: Special = {}, region: 'com' | 'practice' = 'com'): State {
  const made = state({ here: 'protect', until: 'end', special })
  if (!made.setup) return made
  const view: OverviewView = {
    standing: 'well',
    checkedAt: hoursAgo(8 / 60),
    checking: null,
    waits: [],
    works,
    next: null,
    ...overview,
  }
  const connection = { ...made.setup.connection, region, settled: true, standing: view.standing }
  const second = { ...connection, id: 'b', name: 'Harbour Demo Trading', standing: 'trouble' as const }
  const app = { ...made.app, connections: region === 'com' ? [connection, second] : [connection] }
  return { ...made, app, setup: { ...made.setup, connection, overview: view } }
}

const begun = (made: State): State => {
  const { setup } = made
  if (!setup) return made
  const connection = { ...setup.connection, settled: true }
  const open = setup.stops.find(({ done }) => !done)
  const waits = (open?.tasks ?? []).map(({ task, who }) => wait('open', task, open?.stop ?? 'register', who))
  return { ...made, setup: { ...setup, connection, overview: { ...setup.overview, waits } } }
}

/** Where companies are changed: two of them, and one whose removal waits. */
const companies: State = {
  ...home({}),
  setup: null,
  app: {
    ...appWith(home({ standing: 'attention' }).app.connections, null),
    removals: [{ id: 'c', name: '示範物流', secrets: 3, begunAt: hoursAgo(2) }],
  },
}

/** A stop where some of the tasks wait for somebody else. */
function asking(): State {
  const made = state({ here: 'permissions', special: { purpose: 'done', scope: 'done' } })
  const { setup } = made
  if (!setup) return made
  const stops = setup.stops.map(stop => ({
    ...stop,
    tasks: stop.tasks.map(task => (task.task === 'published' ? { ...task, asked: asked('boss', 70) } : task)),
  }))
  return { ...made, setup: { ...setup, stops } }
}

export const states: Record<string, State> = {
  'ask-open': asking(),
  'ask-mail': asking(),
  'companies-pending': companies,
  'companies-manage': companies,
  'companies-rename': companies,
  'companies-remove': companies,
  'companies-gone': companies,
  'overview-first': begun(state({ here: 'register' })),
  'overview-begun': begun(state({ here: 'permissions' })),
  'overview-well': home({}),
  'overview-practice': home({}, {}, 'practice'),
  'overview-trouble': home(
    {
      standing: 'trouble',
      works: works.filter(task => task !== 'allow-list'),
      waits: [
        wait('problem', 'allow-list', 'protect', 'dingtalk-admin', { problem: refused }),
        wait('asked', 'published', 'permissions', 'boss', { asked: asked('boss', 70) }),
        wait('secret-old', 'credentials', 'keys', 'you', {
          days: 83,
          due: '2026-11-29',
          reminder: reminder('secret', { state: 'due', due: '2026-11-29' }),
        }),
      ],
    },
    { 'allow-list': refused },
  ),
  'overview-attention': home({
    standing: 'attention',
    waits: [
      wait('answered', 'points', 'permissions', 'dingtalk-admin', {
        asked: { ...asked('dingtalk-admin', 30), doneAt: hoursAgo(2) },
      }),
      wait('asked', 'published', 'permissions', 'boss', { asked: asked('boss', 70) }),
      wait('reminder-due', 'listed', 'protect', 'you', {
        due: '2026-11-20',
        reminder: reminder('allow-list', { state: 'due', due: '2026-11-20', overdueDays: 8 }),
      }),
    ],
  }),
  'overview-offline': home(
    {
      standing: 'offline',
      checkedAt: hoursAgo(26),
      works: works.filter(task => task !== 'hosts'),
      waits: [wait('problem', 'hosts', 'register', 'it', { problem: unreachable })],
    },
    { hosts: unreachable },
  ),
  'overview-checking': home({ checking: { done: 3, total: 8 } }, { clock: 'running', zone: 'running' }),
  'overview-empty': home({ standing: 'attention', works: [], checkedAt: null }),
}
