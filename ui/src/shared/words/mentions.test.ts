import { expect, test } from 'vitest'
import { mention } from './mentions'

test('only the first mention explains, and the next one takes over when it leaves', () => {
  const said: string[] = []
  const come = (who: string) => mention('client-id', first => said.push(`${who} ${first}`))
  const leaveOne = come('one')
  const leaveTwo = come('two')
  come('three')
  expect(said).toEqual(['one true', 'two false', 'three false'])
  leaveTwo()
  expect(said).toHaveLength(3)
  leaveOne()
  expect(said.slice(3)).toEqual(['three true'])
})

test('words do not stand in each other’s way', () => {
  const said: boolean[] = []
  mention('webhook', first => said.push(first))
  mention('stream', first => said.push(first))
  expect(said).toEqual([true, true])
})
