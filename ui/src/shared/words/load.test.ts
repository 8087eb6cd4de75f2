import { expect, test } from 'vitest'
import { foresee, loadLanguage, withWords } from './load'

const first = 'welcome-title'
const later = 'settings-report-whole'

test('at the start the first screen waits for its own words alone, another page for all of them', async () => {
  foresee('en')
  const words = await loadLanguage('en', true)
  expect(words.hasMessage(first)).toBe(true)
  expect(words.hasMessage(later)).toBe(false)
  expect(await withWords(Promise.resolve('a page'))).toBe('a page')
  expect(words.hasMessage(later)).toBe(true)
})

test('what was foreseen wrongly is never said', async () => {
  foresee('en')
  const words = await loadLanguage('zh-HK', true)
  expect(words.locales).toEqual(['zh-HK'])
  await withWords(Promise.resolve())
  expect(words.hasMessage(first)).toBe(true)
  expect(words.hasMessage(later)).toBe(true)
})

test('whoever switches gets everything at once, and back again', async () => {
  for (const tag of ['en', 'zh-HK', 'en'] as const) {
    const words = await loadLanguage(tag, false)
    expect(words.locales).toEqual([tag])
    expect(words.hasMessage(first)).toBe(true)
    expect(words.hasMessage(later)).toBe(true)
  }
})
