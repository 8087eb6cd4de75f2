import { Localized } from '@fluent/react'
import { createElement } from 'react'
import { terms } from '../../generated/words'
import type { WordId } from './ids'
import { Name } from './Name'
import type { Values } from './say'
import { Term } from './Term'

/**
 * Marks that a message may hold: the console's own Simplified Chinese, something strong, something typed, a name that
 * somebody gave, and the words of the glossary.
 */
const marks = {
  cn: <span lang="zh-Hans" />,
  b: <strong />,
  code: <code />,
  kbd: <kbd />,
  name: <Name />,
  ...Object.fromEntries(terms.map(name => [name, <Term key={name} name={name} />])),
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
