import { expect, test } from 'vitest'
import { reminder } from '../../../gallery/reminder'
import { choicesOf, formOf, kindsLeft, newForm } from './kinds'

test('a certificate can always be added, and of the others only what is not there', () => {
  const left = kindsLeft([reminder('allow-list'), reminder('certificate', { note: 'a' })])
  expect(left).toContain('certificate')
  expect(left).toContain('permissions')
  expect(left).not.toContain('allow-list')
})

test('an interval that was set elsewhere stands among the choices', () => {
  expect(choicesOf('interval', 91)).toHaveLength(9)
  expect(choicesOf('interval', 45)).toContain(45)
  expect(choicesOf('interval', 45)).toEqual([...choicesOf('interval', 45)].sort((one, other) => one - other))
  expect(choicesOf('ahead', null)).not.toContain(null)
})

test('a new form has what its kind wants, and an old one what it was set to', () => {
  expect(newForm('certificate')).toMatchObject({ everyDays: null, aheadDays: 14, owner: { kind: 'it' } })
  expect(newForm('permissions').everyDays).toBeGreaterThan(0)
  const kept = reminder('permissions', { everyDays: 45, note: '甲', at: '14:05' })
  expect(formOf(kept)).toMatchObject({ everyDays: 45, note: '甲', at: '14:05' })
})
