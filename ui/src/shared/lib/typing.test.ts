import { expect, test } from 'vitest'
import { enterGuard, type Stroke } from './typing'

type Happening = Omit<Stroke, 'timeStamp'> & { timeStamp?: number }

/** How often the app is told of an Enter while these events happen, one every few milliseconds unless they say when. */
function heard(...strokes: Happening[]): number {
  const guard = enterGuard()
  let now = 1_000
  return strokes.filter(stroke => {
    now = stroke.timeStamp ?? now + 3
    return guard({ ...stroke, timeStamp: now })
  }).length
}

const down = (key: string, keyCode: number, isComposing = false) => ({ type: 'keydown', key, keyCode, isComposing })
const up = (key: string, keyCode: number, isComposing = false) => ({ type: 'keyup', key, keyCode, isComposing })
const start = { type: 'compositionstart' }
const update = { type: 'compositionupdate' }
const end = { type: 'compositionend' }
const enter = [down('Enter', 13), up('Enter', 13)]

/** 速成 or 拼音 in Chromium and WebView2: the key first, then the end of the composition. */
const chromium = [
  down('Process', 229),
  start,
  update,
  up('a', 65, true),
  down('Process', 229, true),
  update,
  end,
  up('Enter', 13),
]

/** The same in WebKit (Safari, WKWebView, WebKitGTK): the end of the composition first, then the key. */
const webkit = (keyCode: number) => [
  down('a', 229, true),
  start,
  update,
  up('a', 65, true),
  end,
  down('Enter', keyCode),
  up('Enter', 13),
]

test('Enter is told once a press', () => {
  expect(heard(...enter)).toBe(1)
  expect(heard(...enter, ...enter)).toBe(2)
  expect(heard(down('a', 65), up('a', 65))).toBe(0)
  expect(heard(down('Enter', 13), { ...down('Enter', 13), repeat: true }, up('Enter', 13))).toBe(1)
})

test('the Enter that takes a candidate is not ours, in the order of Chromium and WebView2', () => {
  expect(heard(...chromium)).toBe(0)
  expect(heard(down('Process', 229), start, down('Enter', 229, true), end, up('Enter', 13))).toBe(0)
  // Some methods send the key as itself, and say only that it is part of a composition.
  expect(heard(start, down('Enter', 13, true), end, up('Enter', 13))).toBe(0)
})

test('the Enter that takes a candidate is not ours, in the order of WebKit', () => {
  expect(heard(...webkit(229))).toBe(0)
  // Nothing but the order tells here.
  expect(heard(...webkit(13))).toBe(0)
})

test('an engine that says nothing of a composition but its start and end is understood', () => {
  expect(heard(start, down('Enter', 13), end, up('Enter', 13))).toBe(0)
})

test('the very next Enter is ours, however quick', () => {
  expect(heard(...chromium, ...enter)).toBe(1)
  expect(heard(...webkit(229), ...enter)).toBe(1)
  expect(heard(...webkit(13), ...enter)).toBe(1)
})

test('a candidate taken with Space or a digit, or with the mouse, leaves the next Enter ours', () => {
  expect(heard(start, down('2', 229, true), end, up('2', 50), ...enter)).toBe(1)
  expect(heard(start, end, down(' ', 229), up(' ', 32), ...enter)).toBe(1)
  // By mouse no key follows: the hand goes back to the keyboard first.
  expect(heard(start, end, { ...down('Enter', 13), timeStamp: 2_000 }, up('Enter', 13))).toBe(1)
})

test('a composition that is given up by leaving the box is over', () => {
  expect(heard(start, update, { type: 'blur' }, ...enter)).toBe(1)
  expect(heard(start, end, { type: 'blur' }, ...enter)).toBe(1)
})

test('a key of an earlier clock counts as the same press', () => {
  // WebKit dates the key by when it was pressed, which is before the composition ended.
  expect(heard(start, { ...end, timeStamp: 5_000 }, { ...down('Enter', 13), timeStamp: 4_996 })).toBe(0)
})
