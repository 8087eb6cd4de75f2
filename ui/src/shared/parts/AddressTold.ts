import { createContext, useContext } from 'react'

const Told = createContext(false)

/** Whether the refused address stands at the top of the page already, so that no card tells it again in full. */
export const AddressTold = Told.Provider

export const useAddressTold = () => useContext(Told)
