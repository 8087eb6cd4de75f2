// Longer than the house allows: named states are data, and stand best side by side.
// Named states of the window, made by hand in the shapes of the engine's snapshots. Only `shoot.mjs` reads this.
import type { MessagePreview, SentView } from '../src/generated/bindings'
import {
  appWith,
  form,
  keys,
  noMessage,
  noTest,
  points,
  problem,
  proofs,
  robot,
  type Special,
  type State,
  state,
} from './company'

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
