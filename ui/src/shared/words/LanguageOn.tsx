import { LocalizationProvider, ReactLocalization } from '@fluent/react'
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react'
import { type LanguageTag, loadLanguage } from './load'

const Tag = createContext<LanguageTag>('en')

/** The tag of the language on the screen, for dates. */
export const useLanguageTag = () => useContext(Tag)

/** Switches in place: the old words stay until the new ones are here, and nothing below is mounted anew. */
export function LanguageOn({ tag, children }: { tag: LanguageTag; children: ReactNode }) {
  const [on, setOn] = useState<{ tag: LanguageTag; words: ReactLocalization } | null>(null)
  const isStart = useRef(true)
  useEffect(() => {
    let wanted = true
    void loadLanguage(tag, isStart.current).then(bundle => {
      if (!wanted) return
      document.documentElement.lang = tag
      isStart.current = false
      setOn({ tag, words: new ReactLocalization([bundle]) })
    })
    return () => {
      wanted = false
    }
  }, [tag])
  if (!on) return null
  return (
    <Tag.Provider value={on.tag}>
      <LocalizationProvider l10n={on.words}>{children}</LocalizationProvider>
    </Tag.Provider>
  )
}
