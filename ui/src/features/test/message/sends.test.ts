import { expect, test } from 'vitest'
import type { SentView } from '../../../ipc'
import { doubtful, sends } from './sends'

const group = { id: 'r1', name: '財務部' }
const trial = { id: 'r2', name: '測試群組' }
const line = (target: string, fate: SentView['fate'], rest: Partial<SentView> = {}): SentView => ({
  id: `${target}-${fate}`,
  at: '2026-11-28T06:00:00Z',
  way: 'group',
  target,
  name: target,
  opening: '付款',
  fate,
  receipt: null,
  same: true,
  ...rest,
})
const kinds = (sent: SentView[], first: typeof trial | null = trial, way: SentView['way'] = 'group') =>
  sends({ way, sent, to: group, first }).map(({ kind, to }) => `${kind} ${to.id}`)

test('a message is tried on the test group first, and then goes on', () => {
  expect(kinds([])).toEqual(['first r2', 'straight r1'])
  expect(kinds([line('r2', 'sent')])).toEqual(['onward r1'])
  expect(kinds([line('r2', 'not-sent')])).toEqual(['first r2', 'straight r1'])
  expect(kinds([], null)).toEqual(['plain r1'])
  expect(kinds([], { ...group })).toEqual(['plain r1'])
})

test('another message, another way and another group say nothing of this one', () => {
  expect(kinds([line('r1', 'sent', { same: false })], null)).toEqual(['plain r1'])
  expect(kinds([line('r1', 'sent', { way: 'notice' })], null)).toEqual(['plain r1'])
  expect(kinds([line('r2', 'sent')], null)).toEqual(['plain r1'])
})

test('what was sent goes again only when somebody means it, and never to a person', () => {
  expect(kinds([line('r1', 'sent')])).toEqual(['again r1'])
  expect(kinds([line('r1', 'sent', { way: 'notice' })], null, 'notice')).toEqual([])
})

test('while nobody knows whether it arrived, nothing can be sent', () => {
  // F05
  const unknown = line('r1', 'unknown')
  expect(kinds([unknown])).toEqual([])
  expect(doubtful({ way: 'group', sent: [unknown], to: group, first: trial })).toBe(unknown)
  expect(kinds([line('r2', 'unknown')])).toEqual([])
  // The last word counts.
  expect(kinds([line('r1', 'not-sent'), unknown], null)).toEqual(['plain r1'])
  expect(doubtful({ way: 'group', sent: [line('r1', 'sent'), unknown], to: group, first: null })).toBe(null)
})
