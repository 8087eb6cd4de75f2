import type { WordId as Known } from '../../generated/words'

export { terms } from '../../generated/words'

/** Families whose members the engine names at run time; the house tests see to it that each has its message. */
type Named = 'problem' | 'note' | 'answer' | 'who' | 'point' | 'task'

export type WordId = Known | `${Named}-${string}`

/** An entry of the glossary. */
export type TermName = Known extends infer Id ? (Id extends `term-${infer Name}` ? Name : never) : never
