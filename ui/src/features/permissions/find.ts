import type { PointView } from '../../ipc'

export type Shown = 'all' | 'high' | 'medium' | 'low'

export interface Wanted {
  text: string
  shown: Shown
}

/** Points whose code, console name or explanation holds every word that was typed, in any order. */
export function find<T extends Pick<PointView, 'code' | 'consoleName' | 'risk'>>(
  points: readonly T[],
  { text, shown }: Wanted,
  explained: (code: string) => string,
): T[] {
  const words = text.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean)
  return points.filter(({ code, consoleName, risk }) => {
    if (shown !== 'all' && risk !== shown) return false
    const held = `${code} ${consoleName} ${explained(code)}`.toLowerCase()
    return words.every(word => held.includes(word))
  })
}

/** In the order of the catalogue, one group an area. */
export function byArea<T extends Pick<PointView, 'area'>>(points: readonly T[]): [PointView['area'], T[]][] {
  const groups = new Map<PointView['area'], T[]>()
  for (const point of points) groups.set(point.area, [...(groups.get(point.area) ?? []), point])
  return [...groups]
}
