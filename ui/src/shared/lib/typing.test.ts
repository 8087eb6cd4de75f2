import { expect, test } from 'vitest'
import { isEnter } from './typing'

test('the Enter that takes a candidate of an input method is not ours', () => {
  const check = (keyCode: number, isComposing: boolean, expected: boolean) =>
    expect(isEnter({ key: 'Enter', keyCode, isComposing })).toBe(expected)
  check(13, false, true)
  check(13, true, false)
  check(229, false, false)
})

test('another key is not Enter', () => {
  expect(isEnter({ key: 'a', keyCode: 65, isComposing: false })).toBe(false)
})
