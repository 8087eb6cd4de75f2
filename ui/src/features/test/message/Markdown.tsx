import { lexer, type MarkedToken, type Token } from 'marked'
import { Fragment, type ReactNode } from 'react'
import { Spoken } from '../../../shared/words'
import { Called } from './Called'
import styles from './look.module.css'

type Names = readonly string[]

/** What DingTalk shows of Markdown: headings, quotes, bold, italic, lists, links and pictures. The rest stays text. */
export default function Markdown({ text, called }: { text: string; called: Names }) {
  return <Drawn tokens={lexer(text)} called={called} />
}

function Drawn({ tokens, called }: { tokens: readonly Token[] | undefined; called: Names }) {
  return (tokens ?? []).map((token, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the words are drawn anew as a whole; nothing in them has a name
    <Fragment key={place}>{drawn(token as MarkedToken, called)}</Fragment>
  ))
}

function drawn(token: MarkedToken, called: Names): ReactNode {
  const inside = 'tokens' in token ? <Drawn tokens={token.tokens} called={called} /> : null
  switch (token.type) {
    case 'heading':
      return (
        <p className={styles.heading} data-depth={Math.min(token.depth, 4)}>
          {inside}
        </p>
      )
    case 'paragraph':
      return <p>{inside}</p>
    case 'blockquote':
      return <blockquote className={styles.quote}>{inside}</blockquote>
    case 'list': {
      const items = token.items.map((item, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: as above
        <li key={place}>
          <Drawn tokens={item.tokens} called={called} />
        </li>
      ))
      return token.ordered ? <ol start={token.start || 1}>{items}</ol> : <ul>{items}</ul>
    }
    case 'strong':
      return <strong>{inside}</strong>
    case 'em':
      return <em>{inside}</em>
    case 'br':
      return <br />
    case 'space':
      return null
    // Nothing in a drawing can be opened, and no picture is fetched.
    case 'link':
      return <span className={styles.link}>{inside}</span>
    case 'image':
      return (
        <span className={styles.picture}>
          <Spoken text={token.text || token.href} />
        </span>
      )
    case 'text':
      return token.tokens ? inside : <Called text={token.text} called={called} />
    case 'escape':
      return <Spoken text={token.text} />
    default:
      return (
        <span className={styles.asWritten}>
          <Spoken text={token.raw} />
        </span>
      )
  }
}
