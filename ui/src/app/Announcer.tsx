import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react'
import { engine } from '../ipc'
import { type Desk, DeskProvider } from '../shared/lib'
import { Spoken } from '../shared/words'

const kept = 3

/** The one live region of the window, and what the shared parts may ask for. */
export function Announcer({ onTour, children }: { onTour(): void; children: ReactNode }) {
  const [told, setTold] = useState<{ key: number; text: string }[]>([])
  const count = useRef(0)
  const announce = useCallback((text: string) => {
    count.current += 1
    const key = count.current
    setTold(before => [...before, { key, text }].slice(-kept))
  }, [])
  const desk: Desk = useMemo(
    () => ({
      announce,
      showTour: onTour,
      copyText: async text => {
        await engine.copyText(text)
      },
    }),
    [announce, onTour],
  )
  return (
    <DeskProvider value={desk}>
      {children}
      <div className="hidden-words" role="log" aria-live="polite">
        {told.map(({ key, text }) => (
          <p key={key}>
            <Spoken text={text} />
          </p>
        ))}
      </div>
    </DeskProvider>
  )
}
