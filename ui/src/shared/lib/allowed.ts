import { createContext, useContext } from 'react'

/** The choices that the company's IT leaves open. */
export interface AllowedShape {
  readonly regions: readonly string[]
  readonly practiceOff: boolean
}

const AllowedContext = createContext<AllowedShape>({ regions: ['com', 'io'], practiceOff: false })

export const AllowedProvider = AllowedContext.Provider

export function useAllowed(): AllowedShape {
  return useContext(AllowedContext)
}
