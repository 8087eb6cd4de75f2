import { useEffect } from 'react'
import { type AppSnapshot, engine, type ZoomStep } from '../ipc'
import { useDesk } from '../shared/lib'
import { useSay } from '../shared/words'

/** As in every browser. The + of a keyboard stands on the key of =, so both are heard. */
const keys: Record<string, ZoomStep> = { '+': 'larger', '=': 'larger', '-': 'smaller', _: 'smaller', '0': 'usual' }

export function stepOf({
  key,
  ctrlKey,
  metaKey,
  altKey,
}: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>) {
  return (ctrlKey || metaKey) && !altKey ? (keys[key] ?? null) : null
}

/** Ctrl with +, − and 0 enlarge the pages, and the new size is said. */
export function useZoom(app: AppSnapshot | null) {
  const { announce } = useDesk()
  const say = useSay()
  const size = app?.zoom ?? 100
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const step = stepOf(event)
      if (!step) return
      event.preventDefault()
      void engine.zoom(step).then(
        now => now.zoom !== size && announce(say('zoom-now', { size: now.zoom })),
        () => undefined,
      )
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [size, announce, say])
}
