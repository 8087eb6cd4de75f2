import { expect, test } from 'vitest'
import { holds } from './holds'

test('an old name in any case finds its entry, and nothing asked finds all', () => {
  const texts = ['Client ID', 'AppKey, SuiteKey', '應用編號']
  const check = (asked: string, expected: boolean) => expect(holds(texts, asked)).toBe(expected)
  check('appkey', true)
  check('編號', true)
  check('', true)
  check('webhook', false)
})
