import { expect, test } from 'vitest'
import { reminder } from '../../../gallery/reminder'
import { choicesOf, formOf } from './kinds'

test('an interval that was set elsewhere stands among the choices', () => {
  expect(choicesOf('interval', 90)).toHaveLength(9)
  expect(choicesOf('interval', 45)).toContain(45)
  expect(choicesOf('interval', 45)).toEqual([...choicesOf('interval', 45)].sort((one, other) => one - other))
  expect(choicesOf('ahead', null)).not.toContain(null)
})

test('the form of an old one has what it was set to', () => {
  const kept = reminder('permissions', { everyDays: 45, note: '甲', at: '14:05' })
  expect(formOf(kept)).toMatchObject({ everyDays: 45, note: '甲', at: '14:05' })
})
