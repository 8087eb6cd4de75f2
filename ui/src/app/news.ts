import { useEffect, useRef } from 'react'
import type { SetupSnapshot, Task, TaskView } from '../ipc'
import { useDesk } from '../shared/lib'
import { useSay } from '../shared/words'

type State = TaskView['state']

/** Tasks whose trial has just ended, in the order of the line. */
export function ended(before: ReadonlyMap<Task, State>, setup: SetupSnapshot): TaskView[] {
  const tasks = setup.stops.flatMap(stop => stop.tasks)
  return tasks.filter(({ task, state }) => before.get(task) === 'running' && (state === 'done' || state === 'problem'))
}

export function statesOf(setup: SetupSnapshot): Map<Task, State> {
  return new Map(setup.stops.flatMap(stop => stop.tasks.map(({ task, state }) => [task, state] as const)))
}

/** Tells screen readers how each trial ended. */
export function useTaskNews(setup: SetupSnapshot) {
  const say = useSay()
  const { announce } = useDesk()
  const before = useRef<Map<Task, State>>(new Map())
  useEffect(() => {
    for (const { task, state } of ended(before.current, setup)) {
      const what = say(`task-${task}`)
      announce(state === 'done' ? say('news-verified', { what }) : say('news-problem', { what }))
    }
    before.current = statesOf(setup)
  }, [setup, say, announce])
}
