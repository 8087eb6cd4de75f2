import { plain } from '../../shared/guide/pieces'
import type { GuideShape, ShelfShape } from '../../shared/guide/shapes'

/** Letters that a search takes for the same: case, width, and spaces are nobody's concern. */
function loose(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}

/** All the words of a guide in both languages and three scripts. */
function words(guide: GuideShape, region: ShelfShape['region']): string {
  const { title, why, see, steps, variants, labels, differs, place } = guide
  const texts = [title, why, see, ...steps.map(({ text }) => text), ...variants.flatMap(one => [one.when, one.then])]
  if (differs) texts.push(differs)
  const said = texts.flatMap(text => [plain(text.en, labels, region), plain(text['zh-HK'], labels, region)])
  const printed = Object.values(labels).flatMap(label => (label ? [label.cn, label.hk, label.en] : []))
  return loose([place, ...said, ...printed].join('\n'))
}

/** The guides that hold every word of what was typed; all of them for nothing typed. */
export function found(shelf: ShelfShape, typed: string): readonly GuideShape[] {
  const wanted = loose(typed).split(' ').filter(Boolean)
  return shelf.guides.filter(guide => {
    const held = words(guide, shelf.region)
    return wanted.every(word => held.includes(word))
  })
}
