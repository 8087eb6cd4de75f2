import { createContext, useContext } from 'react'
import type { ProblemShape } from './shapes'

/** Where a remedy is done: a task of the set-up, the network's page, or a page of DingTalk's. */
export type DestinationShape = 'nowhere' | 'network' | { readonly task: string } | { readonly link: string }

export interface RemedyShape {
  readonly destination: DestinationShape
  /** The destination in a sentence, for where no button leads there. */
  readonly place: string | null
  /** To be copied for IT. */
  readonly forIt: string
}

/** What a problem on the screen may ask of the doctor. */
export interface DoctorDesk {
  explain(problem: ProblemShape): Promise<RemedyShape>
  /** Leads to the remedy; only where a company is open. */
  lead: { toTask(task: string): void; toNetwork(): void; toLink(link: string): Promise<unknown> } | null
  /** While practising, a trouble may be switched on: opens the place where one sees it. */
  toTroubles: (() => Promise<unknown>) | null
  /** Shows the problem on the doctor's page; nothing on that page itself. */
  ask: ((problem: ProblemShape) => void) | null
}

const DoctorContext = createContext<DoctorDesk | null>(null)

export const DoctorProvider = DoctorContext.Provider

/** Nothing before the first screen stands. */
export function useDoctor(): DoctorDesk | null {
  return useContext(DoctorContext)
}

/** The task in whose card or row a part stands, or 'network' on its page: no button leads there. */
const TaskHereContext = createContext<string | null>(null)

export const TaskHere = TaskHereContext.Provider

export function useTaskHere(): string | null {
  return useContext(TaskHereContext)
}
