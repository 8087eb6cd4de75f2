// Named states of the settings page, and of what is told over every screen, made by hand.
import type { AppSnapshot, FolderView, LogsView, PurgeList, Report, UpdateSnapshot } from '../src/generated/bindings'
import { problem, type State, state } from './company'
import { laidDown, updates } from './update'

export interface SettingsAnswers {
  folder: FolderView
  logs: LogsView
  report: Report
  purgeList: PurgeList
  update: UpdateSnapshot
}

const path = 'C:\\Users\\demo\\AppData\\Local\\Hoitung'
const folder: FolderView = { path, kilobytes: 412, risk: null, copiedAt: '2026-11-28T06:05:00Z' }
const logs: LogsView = { folder: `${path}\\logs`, kilobytes: 128, stopped: null }
const report: Report = {
  text: [
    '{',
    '  "hoitung_report": 1,',
    '  "version": "0.1.0",',
    '  "companies": [',
    '    { "region": "com", "here": "protect", "tasks": [{ "task": "allow-list", "problem": "address-refused" }] }',
    '  ]',
    '}',
    '',
    '=== note',
    '[company]，[name]，[mobile]',
    '',
    '=== hoitung.jsonl',
    '{"at":"2026-11-28T06:05:00Z","program":"window","event":"exchange","host":"oapi.dingtalk.com","status":200}',
  ].join('\n'),
  kilobytes: 3,
  hidden: 3,
}
const purgeList: PurgeList = {
  folder: path,
  companies: [
    { name: '示範貿易有限公司', region: 'com', secrets: 3 },
    { name: 'Harbour Demo Ltd', region: 'practice', secrets: 1 },
  ],
  secrets: 5,
  files: ['hoitung.db', 'hoitung.db.copy', 'installation', 'logs\\hoitung.jsonl', 'sheets\\permissions.html'],
  strangers: ['notes.txt'],
  startsItself: true,
  tasks: ['\\Hoitung\\check'],
  pages: 'C:\\Users\\陳大文\\AppData\\Local\\hk.hoitung.app',
}
const answers: SettingsAnswers = { folder, logs, report, purgeList, update: updates.newest }

const made = (rest: Partial<SettingsAnswers>, app: Partial<AppSnapshot> = {}): State => {
  const base = state({ here: 'keys' })
  return { ...base, app: { ...base.app, ...app }, settings: { ...answers, ...rest } }
}
const rebuilt = { at: '2026-11-28T06:05:00Z', whole: false, read: 0, copied: 2, copyAt: '2026-11-27T06:05:00Z' }

export const states: Record<string, State> = {
  settings: made({}),
  'settings-dark': made({}, { theme: 'dark' }),
  'settings-risk': made({
    folder: { ...folder, risk: 'synced', copiedAt: null },
    logs: { ...logs, stopped: problem('disk-full', 'you') },
  }),
  'settings-report': made({}),
  'settings-purge': made({}),
  'policy-rules': made({ update: updates.off }, { policy: laidDown }),
  ...Object.fromEntries(
    Object.entries(updates).map(([name, update]) => [
      `update-${name}`,
      made({ update }, { newer: update.offer?.version ?? null }),
    ]),
  ),
  'keeping-read-only': made({}, { keeping: { readOnly: problem('disk-full', 'you'), rebuilt: null } }),
  'keeping-rebuilt': made(
    {},
    { keeping: { readOnly: null, rebuilt: { ...rebuilt, aside: `${path}\\hoitung-damaged-20261128-060500.db` } } },
  ),
}
