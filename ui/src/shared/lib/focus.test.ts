import { expect, test } from 'vitest'
import { placeIn } from './focus'

/** A part of which only these places exist. */
function part(own: boolean, ...inside: string[]) {
  return {
    matches: () => own,
    querySelector: (place: string) => (inside.includes(place) ? place : null),
  } as unknown as HTMLElement
}

test('what is chosen or typed takes the focus before what is pressed, and a heading takes it itself', () => {
  const field = 'input, textarea, select'
  const button = 'button, summary'
  const check = (own: boolean, inside: string[], expected: unknown) =>
    expect(placeIn(part(own, ...inside))).toEqual(expected)
  check(false, [button, field, 'input:checked'], 'input:checked')
  check(false, [button, field], field)
  check(false, [button], button)
  check(false, [], null)
  const heading = part(true, button)
  expect(placeIn(heading)).toBe(heading)
})
