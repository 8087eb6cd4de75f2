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

function run() {
  if (timer !== undefined || watchers.size === 0 || document.hidden) return
  timer = setInterval(turn, tick)
  turn()
}

function stand() {
  clearInterval(timer)
  timer = undefined
}

/** One clock for the whole window; it stands still while nobody looks at it, or at the window. */
function watch(watcher: () => void) {
  if (watchers.size === 0) document.addEventListener('visibilitychange', seen)
  watchers.add(watcher)
  run()
  return () => {
    watchers.delete(watcher)
    if (watchers.size > 0) return
    document.removeEventListener('visibilitychange', seen)
    stand()
  }
}

function seen() {
  if (document.hidden) stand()
  else run()
}

/** The time, anew at each tick of the one clock. */
export function useTicks(): Date {
  return useSyncExternalStore(watch, () => now)
}
