// A company as the engine tells it, at any stop, made by hand.
import type {
  AppSnapshot,
  AsideView,
  CheckupSnapshot,
  DeployLine,
  Evidence,
  MessageDraft,
  MessagePreview,
  NetworkSnapshot,
  Note,
  PointView,
  Problem,
  SetupSnapshot,
  Stop,
  Task,
  TaskState,
  TaskView,
  Who,
} from '../src/generated/bindings'

export interface State {
  app: AppSnapshot
  setup: SetupSnapshot | null
  notes: Note[]
  preview: MessagePreview | null
  catalogue?: PointView[]
  aside?: AsideView[]
  network?: NetworkSnapshot
  checkup?: CheckupSnapshot
  /** The steps of each way to start the runner elsewhere. */
  deploy?: Record<string, DeployLine[]>
  settings?: import('./settings').SettingsAnswers
  /** Why `app` itself fails. */
  failure: Problem | null
}

const itinerary: Record<Stop, Task[]> = {
  register: ['company', 'app-type', 'region', 'hosts', 'create-app'],
  keys: ['credentials', 'corp', 'agent'],
  permissions: ['purpose', 'points', 'scope', 'published', 'visible'],
  test: ['token', 'signature', 'clock', 'zone', 'robot', 'message'],
  protect: ['place', 'address', 'allow-list', 'listed', 'reminder'],
}
const stopNames = Object.keys(itinerary) as Stop[]
const administrators: Task[] = ['points', 'scope', 'published', 'visible', 'allow-list', 'listed']

type Answer = Evidence['answer']
const verified = (call: string | null, code: Answer['code'], args: Record<string, string> = {}): Evidence => ({
  kind: 'verified',
  at: '2026-11-22T06:05:00Z',
  call,
  answer: { code, args },
  by: null,
  practice: true,
})
const said = (code: Answer['code'], args: Record<string, string> = {}): Evidence => ({
  ...verified(null, code, args),
  kind: 'said',
  by: 'demo-user',
})

export const proofs: Record<Task, Evidence> = {
  company: said('company-mail', { email: 'office@harbour-demo.example' }),
  'app-type': said('app-type', { type: 'internal' }),
  region: said('region', { region: 'com', residency: 'hong-kong' }),
  hosts: verified('GET /', 'hosts-reached', { hosts: 'api.dingtalk.com, oapi.dingtalk.com' }),
  'create-app': said('done'),
  credentials: verified('POST /v1.0/oauth2/accessToken', 'token-issued', { minutes: '120' }),
  corp: verified('POST /v1.0/oauth2/{corpId}/token', 'corp-matches'),
  agent: said('agent-noted'),
  purpose: said('purpose-chosen', { count: '3' }),
  points: verified('GET /auth/scopes', 'points-granted', { granted: '4', unknown: '1', excess: '0' }),
  scope: verified('GET /auth/scopes', 'scope-everyone'),
  published: said('done'),
  visible: said('done'),
  token: verified('POST /v1.0/oauth2/accessToken', 'token-issued', { minutes: '120' }),
  signature: verified('hmac-sha256', 'signature-matches'),
  clock: verified('HEAD /', 'clock-agrees', { seconds: '0.3' }),
  zone: verified('time-zone', 'zone-hong-kong', { zone: 'UTC+8' }),
  robot: verified('POST /robot/send', 'robot-mode', { mode: 'signature' }),
  message: verified('POST /robot/send', 'message-delivered', { robot: '財務部提示' }),
  place: said('place-chosen', { place: 'this-pc' }),
  address: verified('POST /topapi/v2/department/listsub', 'address-seen', { ip: '203.0.113.10' }),
  'allow-list': verified('POST /topapi/v2/department/listsub', 'address-accepted', { ip: '203.0.113.10' }),
  listed: said('done'),
  reminder: verified('reminder', 'reminder-live', { date: '2027-02-22' }),
}

export const problem = (code: Problem['code'], who: Who, rest: Partial<Problem> = {}): Problem => ({
  code,
  who,
  field: null,
  args: {},
  server: null,
  ...rest,
})

function taskView(task: Task, state: TaskState, wrong: Problem | null = null): TaskView {
  const who: Who = administrators.includes(task) ? 'dingtalk-admin' : 'you'
  return { task, who, state, evidence: state === 'done' ? proofs[task] : null, problem: wrong, asked: null }
}

export type Special = Partial<Record<Task, TaskState | Problem>>

/** Everything before `until` is done; `special` says what else is so. */
function stops(until: Stop | 'end', special: Special): SetupSnapshot['stops'] {
  const limit = until === 'end' ? stopNames.length : stopNames.indexOf(until)
  return stopNames.map((stop, index) => {
    const tasks = itinerary[stop].map(task => {
      const one = special[task] ?? (index < limit ? 'done' : 'waiting')
      return typeof one === 'string' ? taskView(task, one) : taskView(task, 'problem', one)
    })
    return { stop, done: tasks.every(({ state }) => state === 'done'), tasks }
  })
}

export const noMessage: MessageDraft = { kind: 'text', title: '', text: '', mobiles: '', userIds: '', everyone: false }
export const noTest: SetupSnapshot['test'] = {
  robots: [],
  robotDraft: null,
  message: noMessage,
  sent: [],
  me: null,
  running: false,
  trialSends: 0,
}
export const form = {
  companyName: '示範貿易有限公司',
  email: 'office@harbour-demo.example',
  appType: 'internal',
  region: 'com',
  residency: 'hong-kong',
} as const
export const keys = {
  corpId: 'ding7a1c0e5d2b934f8635c2f4657eb6378f',
  clientId: 'dingk3x9v2m7q1t8w5zr',
  agentId: '3141592653',
  secretSetAt: '2026-11-22T06:05:00Z',
  secretPasted: null,
  tried: true,
  oldSecret: null,
  notes: [],
}
const point = (
  code: string,
  consoleName: string,
  state: PointView['state'],
  rest: Partial<PointView> = {},
): PointView => ({
  code,
  consoleName,
  area: 'contacts',
  risk: 'medium',
  approval: 'ordinary',
  source: 'documents',
  state,
  excess: false,
  purposes: ['read-staff'],
  otherPurposes: [],
  call: null,
  history: null,
  ...rest,
})
export const robot = {
  id: 'robot-1',
  name: '財務部提示',
  webhookSetAt: '2026-11-22T06:05:00Z',
  secretSetAt: '2026-11-22T06:05:00Z',
  keyword: null,
  mode: null,
  security: { signature: true, keyword: false, address: false },
  deliveredAt: null,
  rehearsal: false,
}

interface Wish {
  here?: Stop
  until?: Stop | 'end'
  special?: Special
  change?: Partial<SetupSnapshot>
  notes?: Note[]
  preview?: MessagePreview
}

export const points = [
  point('qyapi_base', '调用企业API时需要具备的基本权限', 'granted', { area: 'app', call: 'GET /auth/scopes' }),
  point('qyapi_get_member', '成员信息读权限', 'granted', { call: 'POST /topapi/v2/user/get' }),
  point('qyapi_get_department_member', '通讯录部门成员读权限', 'missing', { call: 'POST /topapi/user/listsimple' }),
  point('fieldMobile', '企业员工手机号信息', 'could-not-tell', {
    risk: 'high',
    approval: 'likely-special',
    source: 'programs',
    purposes: ['manage-staff'],
  }),
  point('qyapi_manage_addresslist', '通讯录数据管理权限', 'missing', {
    risk: 'high',
    approval: 'special',
    purposes: ['manage-staff'],
  }),
  point('qyapi_get_member_by_mobile', '根据手机号获取成员基本信息权限', 'granted', {
    excess: true,
    purposes: [],
    otherPurposes: ['find-by-mobile'],
    call: 'POST /topapi/v2/user/getbymobile',
  }),
]

const catalogue = [
  ...points,
  point('Calendar.Acl.*', '', 'not-checked', {
    area: 'calendar',
    risk: 'high',
    source: 'name-unknown',
    purposes: [],
  }),
  point('Workflow.Form.Read', '工作流模板读权限', 'not-checked', { area: 'approvals', risk: 'low', purposes: [] }),
]

export function state({
  here = 'register',
  until = here,
  special = {},
  change = {},
  notes = [],
  preview,
}: Wish): State {
  const views = stops(until, special)
  const stopsDone = views.filter(({ done }) => done).length
  const connection = {
    id: 'demo',
    name: form.companyName as string,
    region: 'practice' as const,
    createdAt: '2026-11-21T01:00:00Z',
    stopsDone,
    finished: stopsDone === 5,
    // These states are of the set-up, where a settled company would begin on its home page.
    settled: false,
    standing: stopsDone === 5 ? ('well' as const) : ('begun' as const),
    waiting: 0,
    answered: 0,
  }
  const setup: SetupSnapshot = {
    connection,
    here,
    stops: views,
    register: form,
    keys,
    permissions: { purposes: ['group-messages'], points: [], request: '' },
    test: { ...noTest },
    protect: { place: null, address: null, reminder: null },
    reminders: [],
    reminderOffers: [],
    refused: null,
    finished: stopsDone === 5,
    overview: {
      standing: connection.standing,
      checkedAt: null,
      checking: null,
      waits: [],
      works: [],
      next: views.find(({ done }) => !done)?.stop ?? null,
    },
    ...change,
  }
  const app = appWith([setup.connection], 'demo')
  return { app, setup, notes, preview: preview ?? null, catalogue, failure: null }
}

export function appWith(connections: AppSnapshot['connections'], current: string | null): AppSnapshot {
  return {
    language: 'en',
    languageChosen: current !== null,
    connections,
    removals: [],
    current,
    practiceAsked: false,
    zoom: 100,
    theme: 'system',
    tourSeen: true,
    keeping: { readOnly: null, rebuilt: null },
    background: { closing: 'keep-running', notices: true, pausedUntil: null },
    lookedAfterBy: null,
    version: '0.1.0',
    newer: null,
    policy: { rules: [], faults: [], regions: ['com', 'io'], practiceOff: false },
  }
}
