// Longer than the house allows: named states are data, and stand best side by side.
// Named states of the window, made by hand in the shapes of the engine's snapshots. Only `shoot.mjs` reads this.
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
  SentView,
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

const proofs: Record<Task, Evidence> = {
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

const noMessage: MessageDraft = { kind: 'text', title: '', text: '', mobiles: '', userIds: '', everyone: false }
const noTest: SetupSnapshot['test'] = {
  robots: [],
  robotDraft: null,
  message: noMessage,
  sent: [],
  me: null,
  running: false,
  trialSends: 0,
}
const form = {
  companyName: '示範貿易有限公司',
  email: 'office@harbour-demo.example',
  appType: 'internal',
  region: 'com',
  residency: 'hong-kong',
} as const
const keys = {
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
const robot = {
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
  }
}

const empty = { companyName: '', email: '', appType: null, region: null, residency: null }
const nothing = {
  corpId: '',
  clientId: '',
  agentId: '',
  secretSetAt: null,
  secretPasted: null,
  tried: false,
  oldSecret: null,
  notes: [],
}
const noName = {
  id: 'demo',
  name: '',
  region: 'practice',
  createdAt: '2026-11-21T01:00:00Z',
  stopsDone: 0,
  finished: false,
  settled: false,
  standing: 'begun',
  waiting: 0,
  answered: 0,
} as const
const points = [
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
const drifted = points.map(one =>
  one.state === 'missing'
    ? {
        ...one,
        history: {
          since: '2026-11-27T02:00:00Z',
          last: '2026-11-28T02:00:00Z',
          before: 'granted' as const,
          beforeLast: '2026-11-03T02:00:00Z',
        },
      }
    : one,
)
const oldSecret = {
  clientId: keys.clientId,
  region: 'com' as const,
  setAt: '2026-05-22T06:05:00Z',
  replacedAt: '2026-11-28T02:00:00Z',
  goneAt: null,
  saidBy: null,
}
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
const missing = problem('permission-missing', 'dingtalk-admin', {
  args: { permissions: 'qyapi_get_department_member, qyapi_manage_addresslist', apply_link: '' },
  server: {
    code: '60011',
    message: '应用尚未开通所需的权限：[qyapi_get_department_member]，点击链接申请并开通即可',
    requestId: '16l4ew3d47pdp',
  },
})
const message = '各位早晨：今日收款 HK$128,400，三筆已核對。'
const preview: MessagePreview = {
  address: 'https://oapi.dingtalk.com/robot/send',
  json: `{"msgtype":"text","text":{"content":"${message}"},"msgUuid":"5f1c0e5d2b934f8635c2f4657eb6378f"}`,
  bytes: 152,
  limit: 20000,
  text: message,
  notes: [],
}
const testing = { ...noTest, robots: [robot], message: { ...noMessage, text: message } }
const trial = { ...robot, id: 'robot-2', name: '測試群組', rehearsal: true, deliveredAt: '2026-11-22T06:05:00Z' }
const line = (rest: Partial<SentView>): SentView => ({
  id: 'sent-1',
  at: '2026-11-22T06:05:00Z',
  way: 'group',
  target: 'robot-1',
  name: '財務部提示',
  opening: '各位早晨：今日收款 HK$128,40…',
  fate: 'sent',
  receipt: null,
  same: true,
  ...rest,
})
const typhoon = `### 颱風安排
天文台將於〔時間〕發出**八號烈風或暴風信號**。

- 請先儲存手上的工作和關掉電源，信號發出後即可離開。
- 正在上班途中的同事，請折返回家。

> 安全第一。請看[天文台網頁](https://demo.example)`
const called = '+852-91234567'
const checksDone: Special = { token: 'done', signature: 'done', clock: 'done', zone: 'done' }

export const states: Record<string, State> = {
  'welcome-first': { app: appWith([], null), setup: null, notes: [], preview: null, failure: null },
  tour: { app: { ...appWith([], null), tourSeen: false }, setup: null, notes: [], preview: null, failure: null },
  'welcome-again': {
    app: appWith(
      [
        { ...noName, id: 'a', name: form.companyName, stopsDone: 2 },
        {
          ...noName,
          id: 'b',
          name: 'Harbour Demo Trading',
          region: 'com',
          stopsDone: 5,
          finished: true,
          settled: true,
          standing: 'well',
        },
      ],
      null,
    ),
    setup: null,
    notes: [],
    preview: null,
    failure: null,
  },
  unusable: {
    app: appWith([], null),
    setup: null,
    notes: [],
    preview: null,
    failure: problem('home-unusable', 'you', { args: { path: '/demo' } }),
  },
  'register-empty': state({ change: { register: empty, connection: noName } }),
  'register-problem': state({
    change: { register: { ...form, email: 'office.demo@gmail.com' } },
    special: {
      company: problem('email-free-mail', 'you', { field: 'email', args: { domain: 'gmail.com' } }),
      'app-type': 'done',
      region: 'done',
      hosts: problem('certificate-refused', 'it', {
        args: { host: 'api.dingtalk.com', fault: 'unknown-issuer', issuer: '' },
      }),
    },
    notes: [{ field: 'email', level: 'stop', code: 'free-mail', args: { domain: 'gmail.com' } }],
  }),
  'register-done': state({ until: 'keys' }),
  'keys-empty': state({ here: 'keys', change: { keys: nothing } }),
  'keys-typed': state({
    here: 'keys',
    change: { keys: { ...keys, agentId: '', secretSetAt: null, secretPasted: 64, tried: false } },
    notes: [
      { field: 'corp-id', level: 'fine', code: 'looks-right', args: {} },
      { field: 'client-id', level: 'warn', code: 'look-alike', args: { character: 'а' } },
    ],
  }),
  'keys-refused': state({
    here: 'keys',
    special: {
      credentials: problem('credentials-refused', 'you', {
        field: 'client-secret',
        server: { code: 'invalidClientIdOrSecret', message: '无效的clientId或者clientSecret', requestId: 'DEMO-1' },
      }),
    },
  }),
  'keys-done': state({ here: 'keys', until: 'permissions' }),
  'permissions-choose': state({
    here: 'permissions',
    change: { permissions: { purposes: [], points: [], request: '' } },
  }),
  'permissions-missing': state({
    here: 'permissions',
    special: { purpose: 'done', points: missing, scope: 'done', published: 'done' },
    change: { permissions: { purposes: ['work-notices', 'read-staff', 'manage-staff'], points, request: 'x' } },
  }),
  'test-running': state({
    here: 'test',
    special: { token: 'done', signature: 'done', clock: 'running' },
    change: { test: { ...testing, robots: [], message: noMessage, running: true } },
  }),
  'test-robot': state({
    here: 'test',
    special: checksDone,
    change: { test: { ...testing, robots: [], message: noMessage } },
  }),
  'test-message': state({ here: 'test', special: checksDone, change: { test: testing }, preview }),
  'test-security': state({
    here: 'test',
    special: checksDone,
    change: {
      test: {
        ...testing,
        robots: [],
        message: noMessage,
        robotDraft: {
          robot: null,
          name: '財務部提示',
          keyword: '付款',
          security: { signature: true, keyword: true, address: false },
          rehearsal: true,
        },
      },
    },
  }),
  'test-robots': state({
    here: 'test',
    special: { ...checksDone, robot: 'done' },
    change: {
      test: {
        ...testing,
        robots: [
          { ...robot, security: { signature: true, keyword: true, address: false }, keyword: '付款' },
          trial,
          { ...robot, id: 'robot-3', name: 'Warehouse', security: { signature: false, keyword: false, address: true } },
        ],
        sent: [line({ target: 'robot-2', name: '測試群組' })],
      },
    },
    preview,
  }),
  'test-markdown': state({
    here: 'test',
    special: checksDone,
    change: {
      test: {
        ...testing,
        robots: [robot, trial],
        message: {
          kind: 'markdown',
          title: '颱風安排',
          text: typhoon,
          mobiles: called,
          userIds: '',
          everyone: true,
        },
      },
    },
    preview: {
      ...preview,
      text: `${typhoon} @${called}`,
      notes: [{ field: 'message', level: 'warn', code: 'blank-left', args: { place: '〔時間〕' } }],
    },
  }),
  'test-keyword': state({
    here: 'test',
    special: {
      ...checksDone,
      message: problem('robot-keyword', 'you', {
        field: 'keyword',
        server: { code: '310000', message: 'description:关键词不匹配;solution:请联系群管理员', requestId: null },
      }),
    },
    change: { test: { ...testing, sent: [line({ fate: 'not-sent' })], trialSends: 1 } },
    preview: {
      ...preview,
      notes: [{ field: 'message', level: 'warn', code: 'keyword-absent', args: { keyword: '付款' } }],
    },
  }),
  'test-signature': state({
    here: 'test',
    special: { ...checksDone, message: problem('robot-secret-needed', 'you', { field: 'robot-secret' }) },
    change: {
      test: {
        ...testing,
        robots: [{ ...robot, secretSetAt: null, security: { signature: false, keyword: false, address: false } }],
        sent: [line({ fate: 'not-sent' })],
        trialSends: 1,
      },
    },
    preview,
  }),
  'test-doubt': state({
    here: 'test',
    special: { ...checksDone, message: problem('message-fate-unknown', 'you') },
    change: {
      test: {
        ...testing,
        sent: [
          line({ fate: 'unknown' }),
          line({
            id: 'sent-2',
            same: false,
            way: 'notice',
            name: '示範同事甲',
            receipt: 'unread',
            opening: '出糧通知',
          }),
          line({ id: 'sent-3', same: false, fate: 'not-sent', opening: '存貨提示' }),
        ],
        trialSends: 1,
      },
    },
    preview,
  }),
  'test-zone': state({
    here: 'test',
    special: { ...checksDone, zone: problem('zone-not-hong-kong', 'you', { args: { zone: 'UTC+0' } }) },
    change: { test: testing },
    preview,
  }),
  'test-refused': state({
    here: 'test',
    special: {
      token: 'done',
      signature: 'done',
      'allow-list': problem('address-refused', 'dingtalk-admin', { args: { ip: '203.0.113.10' } }),
    },
    change: { refused: { ip: '203.0.113.10', at: 'test' } },
  }),
  'test-done': state({
    here: 'test',
    until: 'protect',
    change: { test: { ...testing, robots: [{ ...robot, mode: 'signature' }] } },
    preview,
  }),
  'protect-empty': state({ here: 'protect' }),
  'protect-address': state({
    here: 'protect',
    special: {
      place: 'done',
      address: 'done',
      'allow-list': problem('address-refused', 'dingtalk-admin', { args: { ip: '203.0.113.10' } }),
    },
    change: { protect: { place: 'office-server', address: '203.0.113.10', reminder: null } },
  }),
  'permissions-drift': state({
    here: 'permissions',
    special: { purpose: 'done', points: missing, scope: 'done', published: 'done', visible: 'done' },
    change: { permissions: { purposes: ['work-notices', 'read-staff'], points: drifted, request: 'x' } },
  }),
  'test-dead-secret': state({
    here: 'test',
    special: {
      token: problem('credentials-refused', 'you', {
        field: 'client-secret',
        server: { code: 'invalidClientIdOrSecret', message: '无效的clientId或者clientSecret', requestId: 'DEMO-1' },
      }),
    },
  }),
  'change-rotate': state({ here: 'protect', until: 'end' }),
  'change-kept': state({ here: 'protect', until: 'end', change: { keys: { ...keys, oldSecret } } }),
  'change-gone': {
    ...state({
      here: 'protect',
      until: 'end',
      change: { keys: { ...keys, oldSecret: { ...oldSecret, goneAt: '2026-11-28T03:00:00Z', saidBy: 'demo-user' } } },
    }),
    aside: [
      { region: 'com', task: 'corp', evidence: proofs.corp, asideAt: '2026-11-28T03:00:00Z' },
      { region: 'com', task: 'published', evidence: proofs.published, asideAt: '2026-11-28T03:00:00Z' },
    ],
  },
  'protect-done': state({
    here: 'protect',
    until: 'end',
    change: {
      protect: {
        place: 'this-pc',
        address: '203.0.113.10',
        reminder: { intervalDays: 91, next: '2027-02-22', due: false },
      },
    },
  }),
}
