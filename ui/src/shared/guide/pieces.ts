import type { LabelShape } from './shapes'

export type Piece = { text: string } | { label: string }

/** A guide's text, taken apart at its `{labels}`. */
export function pieces(text: string): Piece[] {
  return text
    .split(/(\{[a-z-]+\})/)
    .filter(piece => piece !== '')
    .map(piece => (/^\{[a-z-]+\}$/.test(piece) ? { label: piece.slice(1, -1) } : { text: piece }))
}

/** The names of the labels in it, each once. */
export function labelsIn(text: string): string[] {
  return [...new Set(pieces(text).flatMap(piece => ('label' in piece ? [piece.label] : [])))]
}

/** What this edition's console prints: English on the international one. */
export function printed(label: LabelShape, region: 'com' | 'io'): { text: string; lang: 'zh-Hans' | 'en' } {
  return region === 'io' ? { text: label.en, lang: 'en' } : { text: label.cn, lang: 'zh-Hans' }
}

/** All the words of a text, as one line: for a search and for a screen reader. */
export function plain(text: string, labels: { readonly [name: string]: LabelShape | undefined }, region: 'com' | 'io') {
  return pieces(text)
    .map(piece => {
      if ('text' in piece) return piece.text
      const label = labels[piece.label]
      return label ? printed(label, region).text : piece.label
    })
    .join('')
}
