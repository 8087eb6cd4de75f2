// Each stage of a new version, and what a careful IT may lay down.
import type { AppSnapshot, UpdateSnapshot } from '../src/generated/bindings'
import { problem } from './company'

const newest: UpdateSnapshot = {
  version: '0.1.0',
  origin: 'maker',
  host: 'updates.example',
  habit: 'by-hand',
  lookedAt: '2026-11-28T06:05:00Z',
  stage: 'newest',
  offer: null,
  older: null,
  receivedKilobytes: 0,
  wholeKilobytes: null,
  waitsFor: null,
  replaceable: true,
  problem: null,
}
const offer = {
  version: '0.2.0',
  date: '2026-11-20T08:00:00Z',
  english: 'Reminders can be sent to a group.\nStarting is twice as fast.',
  chinese: '提醒可以發送到群組。\n啟動速度加快一倍。',
}
const offered: UpdateSnapshot = { ...newest, stage: 'offered', offer }

export const updates = {
  none: { ...newest, origin: 'none', host: '', lookedAt: null, stage: 'unknown' },
  off: { ...newest, origin: 'off', host: '', lookedAt: null, stage: 'unknown' },
  never: { ...newest, origin: 'it', lookedAt: null, stage: 'unknown' },
  looking: { ...newest, stage: 'looking' },
  newest,
  older: { ...newest, older: '0.0.9' },
  offered: { ...offered, habit: 'look' },
  'by-hand': { ...offered, replaceable: false },
  downloading: { ...offered, stage: 'downloading', receivedKilobytes: 2_340, wholeKilobytes: 4_790 },
  ready: { ...offered, stage: 'ready' },
  waiting: { ...offered, stage: 'waiting', waitsFor: 'work' },
  installing: { ...offered, stage: 'installing' },
  refused: { ...offered, problem: problem('update-foreign', 'it') },
} satisfies Record<string, UpdateSnapshot>

const location = 'HKEY_LOCAL_MACHINE\\Software\\Policies\\Hoitung'
export const laidDown: AppSnapshot['policy'] = {
  rules: [
    { effect: 'region-international', detail: '', place: 'machine' },
    { effect: 'proxy-address', detail: 'proxy.office:8080', place: 'machine' },
    { effect: 'updates-off', detail: '', place: 'machine' },
    { effect: 'practice-off', detail: '', place: 'user' },
  ],
  faults: [
    { kind: 'malformed', name: 'Updates', location },
    { kind: 'unknown', name: 'Telemetry', location },
  ],
  regions: ['io'],
  practiceOff: true,
}
