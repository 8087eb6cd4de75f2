import { expect, test } from 'vitest'
import { fieldProblem, pageProblem } from './place'
import type { ProblemShape, TaskShape } from './shapes'

const problem = (code: string, field: string | null): ProblemShape => ({
  code,
  who: 'you',
  field,
  args: {},
  server: null,
})
const task = (state: TaskShape['state'], of: ProblemShape): TaskShape => ({
  task: 'credentials',
  who: 'you',
  state,
  evidence: null,
  asked: null,
  problem: of,
})
const refused = problem('credentials-refused', 'client-secret')

test('a failure stands beside the field that it belongs to', () => {
  const check = (field: string, sent: ProblemShape | null, tasks: TaskShape[], expected: ProblemShape | null) =>
    expect(fieldProblem(field, sent, tasks)).toBe(expected)
  check('client-secret', refused, [], refused)
  check('corp-id', refused, [], null)
  check('client-secret', null, [task('problem', refused)], refused)
  check('client-secret', null, [task('running', refused)], null)
})

test('what no field claims is told once for the whole page', () => {
  const full = problem('disk-full', null)
  expect(pageProblem(['client-secret'], null, full)).toBe(full)
  expect(pageProblem(['client-secret'], refused)).toBe(null)
  expect(pageProblem([], refused)).toBe(refused)
})
