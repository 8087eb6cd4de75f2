import { createContext, useContext } from 'react'

/** A message to whoever has to do something, in one language. */
export interface LetterShape {
  readonly subject: string
  readonly body: string
}

export type AskedWho = 'dingtalk-admin' | 'it' | 'boss'

export interface AskReading {
  readonly who: AskedWho
  readonly appName: string
  readonly en: LetterShape
  readonly zhHk: LetterShape
}

/** What the parts may ask of the engine about the company on the screen. */
export interface AskDesk {
  /** `null` asks whoever's turn it is. */
  read(task: string, who: AskedWho | null): Promise<AskReading>
  /** True when the whole message is in the mail; otherwise it lies on the clipboard. */
  mail(task: string, who: AskedWho, tag: 'en' | 'zh-HK'): Promise<boolean>
  noted(task: string, who: AskedWho): Promise<unknown>
  undo(task: string): Promise<unknown>
  nameApp(name: string): Promise<unknown>
}

const AskContext = createContext<AskDesk | null>(null)

export const AskProvider = AskContext.Provider

/** Nothing where no company is on the screen. */
export const useAskDesk = () => useContext(AskContext)
