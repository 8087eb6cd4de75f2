import { createContext, type ReactNode, useContext } from 'react'
import type { ProblemShape } from '../lib'

/** What puts a task's trouble right where it stands, if anything does. The parts know no feature, so the app says. */
type OnTheSpot = (problem: ProblemShape) => ReactNode

const OnTheSpotContext = createContext<OnTheSpot>(() => null)

export const OnTheSpotProvider = OnTheSpotContext.Provider

export function useOnTheSpot(): OnTheSpot {
  return useContext(OnTheSpotContext)
}
