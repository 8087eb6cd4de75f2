import { createContext, useContext } from 'react'

/** What the parts may ask of the app: they know neither the engine nor the operating system. */
export interface Desk {
  copyText(text: string): Promise<void>
  /** Said to screen readers, politely. */
  announce(text: string): void
  /** Shows the tour of one minute again. */
  showTour(): void
}

const DeskContext = createContext<Desk | null>(null)

export const DeskProvider = DeskContext.Provider

export function useDesk(): Desk {
  const desk = useContext(DeskContext)
  if (!desk) throw new Error('a part stands outside DeskProvider')
  return desk
}
