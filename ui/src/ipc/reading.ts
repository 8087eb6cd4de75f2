import type { SetupSnapshot, Stop, Task, TaskView } from '../generated/bindings'

/** The order of the line, as the engine gives it. */
export function stopOrder(setup: SetupSnapshot): Stop[] {
  return setup.stops.map(({ stop }) => stop)
}

export function taskNamed(setup: SetupSnapshot, name: Task): TaskView {
  for (const { tasks } of setup.stops) {
    const found = tasks.find(({ task }) => task === name)
    if (found) return found
  }
  return { task: name, who: 'you', state: 'waiting', evidence: null, problem: null, asked: null }
}

/** Whether any of these is being tried now. */
export function isRunning(setup: SetupSnapshot, names: readonly Task[]): boolean {
  return names.some(name => taskNamed(setup, name).state === 'running')
}
