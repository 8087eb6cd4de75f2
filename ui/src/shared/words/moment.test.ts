import { expect, test } from 'vitest'
import { agoText, dateText, fullMomentText, momentText } from './moment'

const now = new Date('2026-11-22T16:30:00Z') // already the 23rd in Hong Kong

test('an instant of today shows only the hour, in Hong Kong time', () => {
  const check = (instant: string, expected: string) => expect(momentText(instant, 'en', now)).toBe(expected)
  check('2026-11-22T16:05:00Z', '00:05')
  check('2026-11-23T04:00:00Z', '12:00')
})

test('an instant of another Hong Kong day shows its date too', () => {
  expect(momentText('2026-11-22T15:59:00Z', 'en', now)).toContain('22 Nov 2026')
  expect(momentText('2026-11-22T15:59:00Z', 'zh-HK', now)).toContain('2026年11月22日')
})

test('what is kept and sent on carries its date even on the same day', () => {
  expect(fullMomentText('2026-11-22T16:05:00Z', 'en')).toContain('23 Nov 2026')
  expect(fullMomentText('2026-11-22T16:05:00Z', 'en')).toContain('00:05')
  expect(fullMomentText('2026-11-22T16:05:00Z', 'zh-HK')).toContain('2026年11月23日')
})

test('how long ago is told in the largest whole measure', () => {
  const check = (instant: string, expected: string | null) => expect(agoText(instant, 'en', now)).toBe(expected)
  check('2026-11-22T16:29:30Z', null)
  check('2026-11-22T16:29:00Z', '1 minute ago')
  check('2026-11-22T15:31:00Z', '59 minutes ago')
  check('2026-11-22T15:30:00Z', '1 hour ago')
  check('2026-11-19T16:31:00Z', '2 days ago')
  check('soon', null)
  // A clock that was set back has no “in 5 minutes” for what has happened.
  check('2026-11-22T16:35:00Z', null)
  expect(agoText('2026-11-22T16:22:00Z', 'zh-HK', now)).toBe('8 分鐘前')
})

test('an unreadable instant is shown as it came', () => {
  expect(momentText('soon', 'en', now)).toBe('soon')
  expect(fullMomentText('soon', 'en')).toBe('soon')
  expect(dateText('never', 'zh-HK')).toBe('never')
})

test('a calendar date keeps its day in every zone', () => {
  expect(dateText('2027-02-22', 'zh-HK')).toBe('2027年2月22日')
  expect(dateText('2027-02-22', 'en')).toBe('22 February 2027')
})
