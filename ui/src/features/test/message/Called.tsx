import { Spoken } from '../../../shared/words'
import styles from './look.module.css'

/** A text in which those who are called by name stand out. */
export function Called({ text, called }: { text: string; called: readonly string[] }) {
  const names = called.map(name => `@${name}`).filter(name => text.includes(name))
  const pieces = names.reduce<string[]>(
    (all, name) => all.flatMap(piece => (names.includes(piece) ? [piece] : cut(piece, name))),
    [text],
  )
  return pieces.map((piece, place) =>
    names.includes(piece) ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text, drawn anew as a whole
      <span key={place} className={styles.called}>
        {piece}
      </span>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      <Spoken key={place} text={piece} />
    ),
  )
}

/** The text around each `name`, with the name itself between. */
function cut(text: string, name: string): string[] {
  const around = text.split(name)
  return around.flatMap((piece, place) => (place === 0 ? [piece] : [name, piece])).filter(Boolean)
}
