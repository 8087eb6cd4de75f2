import type { TermName } from './ids'

type Told = (first: boolean) => void

/** Who mentions each word on the screen now, in the order in which they came. */
const mentions = new Map<TermName, Told[]>()

/** The first who mentions a word explains it, to keep a page calm; when it leaves, the next one does. */
export function mention(name: TermName, told: Told): () => void {
  const all = mentions.get(name) ?? []
  mentions.set(name, all)
  all.push(told)
  told(all[0] === told)
  return () => {
    const wasFirst = all[0] === told
    all.splice(all.indexOf(told), 1)
    if (wasFirst) all[0]?.(true)
  }
}
