import type { FluentVariable } from '@fluent/bundle'
import { Localized, useLocalization } from '@fluent/react'
import { createElement, useMemo } from 'react'
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

/** Marks that a message may hold: the console's own Simplified Chinese, something strong, something typed. */
const marks = {
  cn: <span lang="zh-CN" />,
  b: <strong />,
  code: <code />,
  kbd: <kbd />,
}

interface Props {
  id: WordId
  values?: Values | undefined
  as?: 'span' | 'p' | 'strong' | 'h1' | 'h2' | 'h3' | 'dt' | 'dd' | 'div' | 'li' | 'legend' | 'summary' | 'figcaption'
  className?: string | undefined
}

/** A message as an element, with its marks. */
export function Words({ id, values, as = 'span', className }: Props) {
  return (
    <Localized id={id} elems={marks} {...(values ? { vars: values } : {})}>
      {createElement(as, { className })}
    </Localized>
  )
}
