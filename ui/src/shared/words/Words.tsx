import { useLocalization } from '@fluent/react'
import { Children, cloneElement, createElement } from 'react'
import { terms, type WordId } from './ids'
import { Spoken } from './Spoken'
import type { Values } from './say'
import { Term } from './Term'

/**
 * Marks that a message may hold: the console's own Simplified Chinese, something strong, something typed, and the words
 * of the glossary.
 */
const marks = {
  cn: <span lang="zh-Hans" />,
  b: <strong />,
  code: <code />,
  kbd: <kbd />,
  ...Object.fromEntries(terms.map(name => [name, <Term key={name} name={name} />])),
}

interface Props {
  id: WordId
  values?: Values | undefined
  as?: 'span' | 'p' | 'strong' | 'h1' | 'h2' | 'h3' | 'dt' | 'dd' | 'div' | 'li' | 'legend' | 'summary' | 'figcaption'
  className?: string | undefined
}

/** A message as an element, with its marks, and with the language of what is put in. */
export function Words({ id, values, as = 'span', className }: Props) {
  const { l10n } = useLocalization()
  const element = l10n.getElement(createElement(as, { className }), id, {
    elems: marks,
    ...(values && { vars: values }),
  })
  const { children } = element.props as { children?: React.ReactNode }
  const spoken = Children.map(children, child => (typeof child === 'string' ? <Spoken text={child} /> : child))
  return cloneElement(element, undefined, spoken)
}
