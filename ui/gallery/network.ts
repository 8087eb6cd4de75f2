// Named states of the network page, made by hand.
import type { HostRow, NetworkSnapshot, NetworkTest, Problem, ProxyView, ZoneView } from '../src/generated/bindings'
import { type State, state } from './company'

const hosts: [HostRow['role'], string][] = [
  ['old-gateway', 'oapi.dingtalk.com'],
  ['new-gateway', 'api.dingtalk.com'],
  ['login', 'login.dingtalk.com'],
  ['stream', 'wss-open-connection.dingtalk.com'],
]
const certificate = {
  issuer: 'GlobalSign RSA OV SSL CA 2018 (GlobalSign nv-sa)',
  inspected: false,
  trusted: true,
  validFrom: '2026-03-01',
  validTo: '2027-03-31',
}
const office = { ...certificate, issuer: 'Harbour Demo CA', inspected: true }
const proxy = 'proxy.harbour-demo.example:8080'

const row = (index: number, rest: Partial<HostRow>): HostRow => {
  const [role, host] = hosts[index] ?? ['login', '']
  const milliseconds = [182, 164, 1310, 205][index] ?? null
  return { role, host, state: 'reached', milliseconds, proxy: null, certificate, problem: null, ...rest }
}
const rows = (rest: Partial<HostRow>) => hosts.map((_, index) => row(index, rest))
const failed = (code: Problem['code'], who: Problem['who'], args: Record<string, string>): Partial<HostRow> => ({
  state: 'failed',
  certificate: null,
  problem: { code, who, field: null, args, server: null },
})

const never: NetworkTest = { running: false, practice: false, at: null, rows: [], clock: null }
const clock = { ahead: 0, by: { unit: 'seconds', count: 0 }, off: false } as const
const at = '2026-11-28T06:05:00Z'
const system: ProxyView = { mode: 'system', address: '', user: '', passwordSetAt: null, fixed: false }
const manual: ProxyView = { mode: 'manual', address: proxy, user: 'harbour-office', passwordSetAt: at, fixed: false }
const hongKong: ZoneView = {
  name: 'Asia/Hong_Kong',
  now: { way: 'same', by: { unit: 'seconds', count: 0 } },
  later: null,
}
const london: ZoneView = {
  name: 'Europe/London',
  now: { way: 'behind', by: { unit: 'hours', count: 8 } },
  later: { way: 'behind', by: { unit: 'hours', count: 7 } },
}

const page = (test: Partial<NetworkTest>, rest: Partial<NetworkSnapshot> = {}): NetworkSnapshot => ({
  connection: 'demo',
  proxy: system,
  zone: hongKong,
  test: { ...never, ...test },
  ...rest,
})
const host = (index: number) => ({ host: hosts[index]?.[1] ?? '' })

const networks: Record<string, NetworkSnapshot> = {
  'network-never': page({}),
  'network-running': page({
    running: true,
    at,
    rows: [row(0, {}), row(1, {}), row(2, { state: 'running', milliseconds: null, certificate: null }), row(3, {})],
    clock,
  }),
  'network-good': page({ at, rows: rows({ proxy }), clock }, { proxy: manual }),
  'network-inspected': page({ at, rows: rows({ proxy, certificate: office }), clock }),
  'network-untrusted': page(
    {
      at,
      rows: hosts.map((_, index) =>
        row(index, {
          ...failed('certificate-refused', 'it', { ...host(index), fault: 'unknown-issuer', issuer: office.issuer }),
          proxy,
          certificate: { ...office, trusted: false },
        }),
      ),
    },
    { proxy: manual },
  ),
  'network-mixed': page(
    {
      at,
      rows: [
        row(0, failed('proxy-sign-in', 'it', host(0))),
        row(1, failed('proxy-unreachable', 'it', { ...host(1), proxy })),
        row(2, failed('captive-portal', 'you', host(2))),
        row(3, { state: 'waiting', milliseconds: null, certificate: null }),
      ],
      clock: { ahead: -3660, by: { unit: 'minutes', count: 61 }, off: true },
    },
    { proxy: manual, zone: london },
  ),
}

export const states: Record<string, State> = Object.fromEntries(
  Object.entries(networks).map(([name, network]) => [name, { ...state({ here: 'keys' }), network }]),
)
