import { expect, it } from 'vitest'
import { cardAfter, cards } from './cards'

it('goes from card to card by the arrow keys, and never past the ends', () => {
  const last = cards.length - 1
  expect([cardAfter('ArrowRight', 0), cardAfter('ArrowLeft', 1), cardAfter('ArrowLeft', 0)]).toEqual([1, 0, null])
  expect([cardAfter('ArrowRight', last), cardAfter('Enter', 1)]).toEqual([null, null])
})

it('has four or five cards, each with its own scene', () => {
  expect(new Set(cards.map(({ scene }) => scene)).size).toBe(cards.length)
  expect(cards.length).toBeLessThanOrEqual(5)
})
