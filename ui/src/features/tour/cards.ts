import type { SceneName } from '../../shared/look'
import type { WordId } from '../../shared/words'

interface Card {
  scene: SceneName
  title: WordId
  why: WordId
}

/** One thing a card; the whole is read in a minute. */
export const cards: readonly Card[] = [
  { scene: 'calm', title: 'tour-line', why: 'tour-line-why' },
  { scene: 'depot', title: 'tour-practice', why: 'tour-practice-why' },
  { scene: 'queue', title: 'tour-turns', why: 'tour-turns-why' },
  { scene: 'map', title: 'tour-help', why: 'tour-help-why' },
  { scene: 'safe', title: 'tour-safe', why: 'tour-safe-why' },
]

/** Where a key leads; null if it is not ours. The last card has no next one. */
export function cardAfter(key: string, now: number): number | null {
  const wanted = key === 'ArrowRight' ? now + 1 : key === 'ArrowLeft' ? now - 1 : null
  return wanted === null || wanted < 0 || wanted >= cards.length ? null : wanted
}
