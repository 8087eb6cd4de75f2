import { useSyncExternalStore } from 'react'

/** Half a minute: what is told in minutes needs no closer look. */
const tick = 30_000

const watchers = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined
let now = new Date()

function turn() {
  now = new Date()
  for (const watcher of watchers) watcher()
}

/** One clock for the whole window; it stands still while nobody looks at it. */
function watch(watcher: () => void) {
  watchers.add(watcher)
  if (timer === undefined) {
    timer = setInterval(turn, tick)
    turn()
  }
  return () => {
    watchers.delete(watcher)
    if (watchers.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

/** The time, anew at each tick of the one clock. */
export function useTicks(): Date {
  return useSyncExternalStore(watch, () => now)
}
