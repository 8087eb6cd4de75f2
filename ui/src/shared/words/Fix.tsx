import type { WordId } from './ids'
import { Spoken } from './Spoken'
import { useSay, type Values } from './say'

interface Props {
  of: WordId
  values?: Values | undefined
  className?: string | undefined
}

/** What to do about it, where the message says so. */
export function Fix({ of, values, className }: Props) {
  const fix = useSay().attribute(of, 'fix', values)
  return (
    fix && (
      <p className={className}>
        <Spoken text={fix} />
      </p>
    )
  )
}
