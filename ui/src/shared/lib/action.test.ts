import { expect, test } from 'vitest'
import { problemOf } from './action'

test('a refusal keeps its problem, and a fault of ours gets one', () => {
  const problem = { code: 'busy', who: 'dingtalk', field: null, args: {}, server: null }
  expect(problemOf({ problem })).toBe(problem)
  expect(problemOf(new TypeError('x is undefined'))).toMatchObject({ code: 'unknown', args: { code: 'TypeError' } })
})
