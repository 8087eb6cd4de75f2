// Named states of the check-up page, made by hand.
import type {
  AddressView,
  CheckId,
  CheckLine,
  CheckupSnapshot,
  CheckView,
  Say,
  SentinelView,
} from '../src/generated/bindings'
import { problem, type State, state } from './company'

const at = '2026-11-28T00:31:10Z'
const before = '2026-11-27T05:31:40Z'
const all: CheckId[] = [
  'network',
  'proxy',
  'inspection',
  'clock',
  'zone',
  'signature',
  'token',
  'permissions',
  'scope',
  'allow-list',
  'address',
  'secret-age',
  'robots',
  'events',
  'quota',
  'published',
  'visible',
  'listed',
]
const say = (code: Say['code'], args: Record<string, string> = {}): Say => ({ code, args })
const proof = (call: string, code: NonNullable<CheckView['evidence']>['answer']['code'], args = {}) => ({
  kind: 'verified' as const,
  at,
  call,
  answer: { code, args },
  by: null,
  practice: false,
})
const view = (id: CheckId, rest: Partial<CheckView>): CheckView => ({
  id,
  state: 'fine',
  who: null,
  at,
  evidence: null,
  problem: null,
  says: [],
  because: null,
  remedy: null,
  ...rest,
})

const fine: Record<CheckId, Partial<CheckView>> = {
  network: { says: [say('hosts-reached', { hosts: 'oapi.dingtalk.com, api.dingtalk.com, login.dingtalk.com' })] },
  proxy: { says: [say('proxy-through', { proxy: 'proxy.harbour-demo.example:8080' })] },
  inspection: { says: [say('inspection-trusted', { issuer: 'Harbour Demo CA' })] },
  clock: { evidence: proof('GET /gettoken (Date)', 'clock-agrees', { seconds: '1' }) },
  zone: { evidence: proof('time-zone', 'zone-hong-kong', { zone: 'Asia/Hong_Kong' }) },
  signature: { evidence: proof('hmac-sha256', 'signature-matches') },
  token: { evidence: proof('POST /v1.0/oauth2/accessToken', 'token-issued', { minutes: '120' }) },
  permissions: {
    evidence: proof('GET /auth/scopes', 'points-granted', { granted: '6', unknown: '1', excess: '1' }),
    says: [
      say('points-excess', { points: 'qyapi_get_attendance_data' }),
      say('points-untold', { points: 'qyapi_manage_addresslist' }),
    ],
  },
  scope: { evidence: proof('GET /auth/scopes', 'scope-some', { people: '0', departments: '2' }) },
  'allow-list': { evidence: proof('GET /auth/scopes', 'address-accepted', { ip: '203.0.113.10' }) },
  address: { says: [say('address-let-in', { ip: '203.0.113.10', at })] },
  'secret-age': { says: [say('secret-age', { days: '41', date: '2027-01-16' })] },
  robots: {
    says: [
      say('robot-delivered', { name: '財務部', at: before }),
      say('robot-delivered', { name: '門市存貨', at: before }),
    ],
  },
  events: { state: 'cannot-tell', says: [say('events-silent')] },
  quota: { says: [say('quota-used', { used: '812', limit: '5000', forecast: '870' })] },
  published: { says: [say('said-fresh', { at: before, days: '12' })] },
  visible: { says: [say('said-fresh', { at: before, days: '12' })] },
  listed: { says: [say('said-fresh', { at: before, days: '12' })] },
}

const lines = (changed: Partial<Record<CheckId, Partial<CheckView>>>, rest: Partial<CheckLine> = {}): CheckLine[] =>
  all.map(id => ({
    id,
    waiting: false,
    found: view(id, { ...fine[id], ...changed[id] }),
    since: null,
    ...rest,
  }))

const address = (ip: string, rest: Partial<AddressView> = {}): AddressView => ({
  ip,
  source: 'refusal',
  firstAt: '2026-10-02T02:00:00Z',
  lastAt: before,
  approved: true,
  approvedAt: before,
  approvedBy: 'GET /auth/scopes',
  refusedAt: null,
  ...rest,
})
const known: SentinelView = {
  echo: false,
  practice: false,
  echoHosts: [
    'api.ipify.org',
    'ipv4.icanhazip.com',
    'checkip.amazonaws.com',
    'api6.ipify.org',
    'ipv6.icanhazip.com',
    'v6.ident.me',
  ],
  change: null,
  v4: [address('203.0.113.10')],
  v6: [],
  advice: [],
}

const page = (rest: Partial<CheckupSnapshot>): CheckupSnapshot => ({
  connection: 'demo',
  checking: null,
  at,
  checks: lines({}),
  plan: { times: ['08:30', '13:30'], next: '2026-11-28T05:30:00Z' },
  runs: [
    { id: '3', cause: 'schedule', at, fine: 17, needs: 0, untold: 1 },
    { id: '2', cause: 'wake', at: '2026-11-27T23:58:00Z', fine: 15, needs: 1, untold: 2 },
    { id: '1', cause: 'asked', at: before, fine: 17, needs: 0, untold: 1 },
  ],
  sentinel: known,
  quota: { month: '2026-11', used: 812, exempt: 2304, limit: 5000, forecast: 870, since: '2026-10-02', state: 'fine' },
  ...rest,
})

const refused = problem('address-refused', 'dingtalk-admin', {
  args: { ip: '198.51.100.77' },
  server: { code: '60020', message: '访问ip不在白名单之中,request ip=198.51.100.77', requestId: '16l4ew3d47pdp' },
})
const missing = problem('permission-missing', 'dingtalk-admin', {
  args: { permissions: 'qyapi_get_department_member', apply_link: '' },
})
const moved: SentinelView = {
  ...known,
  echo: true,
  change: {
    ip: '198.51.100.77',
    since: '2026-11-28T00:30:50Z',
    source: 'refusal',
    refused: true,
    before: '203.0.113.10',
    beforeAt: before,
  },
  v4: [
    address('198.51.100.77', { firstAt: at, lastAt: at, approved: false, approvedAt: null, refusedAt: at }),
    address('203.0.113.10'),
  ],
  v6: [address('2001:db8:52:1::10', { source: 'echo', approved: false, approvedAt: null })],
  advice: [
    { code: 'fixed', args: {} },
    { code: 'aws', args: {} },
    { code: 'stream', args: {} },
  ],
}
const since = (line: CheckLine): CheckLine =>
  line.id === 'allow-list'
    ? {
        ...line,
        since: {
          lastFine: before,
          firstNot: at,
          changes: [{ code: 'address', at, args: { ip: '198.51.100.77' } }],
        },
      }
    : line
const leans: Partial<CheckView> = {
  state: 'cannot-tell',
  evidence: null,
  says: [],
  problem: refused,
  because: 'allow-list',
}

const pages: Record<string, CheckupSnapshot> = {
  'checkup-never': page({
    at: null,
    checks: all.map(id => ({ id, waiting: false, found: null, since: null })),
    runs: [],
  }),
  'checkup-fine': page({}),
  'checkup-running': page({
    checking: { done: 7, total: 18 },
    checks: lines({}).map((line, index) => ({ ...line, waiting: index >= 7 })),
  }),
  'checkup-needs': page({
    checks: lines({
      permissions: {
        state: 'needs-other',
        who: 'dingtalk-admin',
        evidence: null,
        problem: missing,
        remedy: { task: 'points' },
      },
      listed: {
        state: 'needs-you',
        who: 'you',
        says: [say('said-old', { at: '2026-08-20T02:00:00Z', days: '100' })],
        remedy: { task: 'listed' },
      },
      robots: {
        state: 'cannot-tell',
        says: [say('robot-held', { name: '財務部', minutes: '8' }), say('robot-never', { name: '門市存貨' })],
        remedy: { task: 'message' },
      },
    }),
  }),
  'checkup-address': page({
    sentinel: moved,
    checks: lines({
      permissions: leans,
      scope: leans,
      'allow-list': {
        state: 'needs-other',
        who: 'dingtalk-admin',
        evidence: null,
        problem: refused,
        remedy: { task: 'allow-list' },
      },
      address: {
        state: 'needs-other',
        who: 'dingtalk-admin',
        says: [say('address-other', { ip: '198.51.100.77', before: '203.0.113.10', since: '2026-11-28T00:30:50Z' })],
        remedy: { task: 'allow-list' },
      },
    }).map(since),
  }),
}

export const states: Record<string, State> = Object.fromEntries(
  Object.entries(pages).map(([name, checkup]) => [name, { ...state({ here: 'protect', until: 'end' }), checkup }]),
)
// Longer than the house allows: named states are data, and stand best side by side.
