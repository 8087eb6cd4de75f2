import { createContext, type ReactNode, useContext } from 'react'
import type { ProblemShape } from '../lib'
import type { GuideShape, ShelfShape } from './shapes'

export interface Guides {
  /** Nothing until the engine has told them. */
  shelf: ShelfShape | null
  problem: ProblemShape | null
  /** The guide that was asked for last, on whatever page. */
  wanted: { readonly place: string } | null
  /** Shows this guide: beside the page if it has a panel, else on the page of guides. */
  want(place: string): void
  /** Opens the guide's own page of the console in the system's browser. */
  open(link: string): Promise<unknown>
}

const nowhere: Guides = {
  shelf: null,
  problem: null,
  wanted: null,
  want: () => undefined,
  open: () => Promise.resolve(),
}

const Shelf = createContext<Guides>(nowhere)

export const useGuides = () => useContext(Shelf)

export function GuidesProvider({ value, children }: { value: Guides; children: ReactNode }) {
  return <Shelf.Provider value={value}>{children}</Shelf.Provider>
}

/** The first guide that helps with a task. */
export function guideFor(shelf: ShelfShape | null, task: string): GuideShape | null {
  return shelf?.guides.find(({ tasks }) => tasks.includes(task)) ?? null
}
