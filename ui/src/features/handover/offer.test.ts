import { expect, test } from 'vitest'
import { offeredPassphrase } from './offer'

test('what is offered is five groups of four clear letters, another one each time', () => {
  const offered = new Set(Array.from({ length: 200 }, offeredPassphrase))
  expect(offered.size).toBe(200)
  for (const one of offered) expect(one).toMatch(/^([A-HJKMNP-Z2-9]{4}-){4}[A-HJKMNP-Z2-9]{4}$/)
  const used = new Set([...offered].join('').replaceAll('-', ''))
  expect(used.size).toBe(31)
})
