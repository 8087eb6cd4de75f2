import { expect, it } from 'vitest'
import { stepOf } from './zoomKeys'

const pressed = (key: string, held: Partial<KeyboardEvent> = { ctrlKey: true }) =>
  stepOf({ key, ctrlKey: false, metaKey: false, altKey: false, ...held })

it('hears the keys of a browser, with Ctrl alone', () => {
  expect(['+', '=', '-', '0'].map(key => pressed(key))).toEqual(['larger', 'larger', 'smaller', 'usual'])
  expect([pressed('+', {}), pressed('1'), pressed('0', { ctrlKey: true, altKey: true })]).toEqual([null, null, null])
})
