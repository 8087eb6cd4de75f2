import { expect, test } from 'vitest'
import type { SetupSnapshot, TaskView } from '../ipc'
import { ended, statesOf } from './news'

const setupWith = (...states: [TaskView['task'], TaskView['state']][]) =>
  ({
    stops: [{ stop: 'test', done: false, tasks: states.map(([task, state]) => ({ task, state })) }],
  }) as unknown as SetupSnapshot

test('only a trial that was running and has ended is news', () => {
  const before = statesOf(setupWith(['token', 'running'], ['clock', 'running'], ['zone', 'waiting'], ['robot', 'done']))
  const now = setupWith(['token', 'done'], ['clock', 'problem'], ['zone', 'running'], ['robot', 'done'])
  expect(ended(before, now).map(({ task }) => task)).toEqual(['token', 'clock'])
})
