import type { FluentVariable } from '@fluent/bundle'
import { useLocalization } from '@fluent/react'
import { useMemo } from 'react'
import type { WordId } from './ids'

export type Values = Record<string, FluentVariable>

export interface Say {
  (id: WordId, values?: Values): string
  /** One attribute of a message, or nothing if it has none. */
  attribute(id: WordId, name: string, values?: Values): string | null
  knows(id: string): boolean
}

/** The words of the language on now, as plain text. */
export function useSay(): Say {
  const { l10n } = useLocalization()
  return useMemo(() => {
    const say = (id: WordId, values?: Values) => l10n.getString(id, values)
    const attribute = (id: WordId, name: string, values?: Values) => {
      const bundle = l10n.getBundle(id)
      const pattern = bundle?.getMessage(id)?.attributes[name]
      return bundle && pattern ? bundle.formatPattern(pattern, values ?? null, []) : null
    }
    const knows = (id: string) => l10n.getBundle(id) !== null
    return Object.assign(say, { attribute, knows })
  }, [l10n])
}
