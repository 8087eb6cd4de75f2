// Named states of the page for handing over, made by hand.
import type { HandoverItem, HandoverPreview } from '../src/generated/bindings'
import { type State, state } from './company'

const item: HandoverItem = {
  index: 0,
  name: '示範貿易有限公司',
  region: 'com',
  clientId: 'dingk3x9v2m7q1t8w5zr',
  clientSecret: true,
  robots: ['財務部提示', '倉庫'],
  webhooks: 2,
  robotSecrets: 1,
  proofs: 24,
  permissions: 5,
  messages: 18,
  draft: true,
  reminders: 3,
  conflict: null,
}
const told: HandoverPreview = {
  madeAt: '2026-11-28T06:05:00Z',
  madeBy: 'demo-user',
  program: '0.1.0',
  connections: [item],
}
const here: HandoverPreview = {
  ...told,
  connections: [
    { ...item, conflict: { id: 'demo', name: '示範貿易有限公司', kind: 'same-app' } },
    { ...item, index: 1, name: 'Harbour Demo Trading', robots: [], webhooks: 0, robotSecrets: 0, draft: false },
  ],
}
const page = { ...state({ here: 'keys' }), handover: told }

export const states: Record<string, State & { handover: HandoverPreview }> = {
  'handover-page': page,
  'handover-inside': page,
  'handover-sealing': page,
  'handover-sealed': page,
  'handover-picked': page,
  'handover-found': { ...page, handover: here },
}
