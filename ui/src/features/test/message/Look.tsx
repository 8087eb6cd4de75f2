import { lazy, Suspense } from 'react'
import type { MessageDraft } from '../../../ipc'
import { Spoken, Words } from '../../../shared/words'
import { Called } from './Called'
import styles from './look.module.css'

/** The reader of Markdown is not part of the first screen. */
const Markdown = lazy(() => import('./Markdown'))

interface Props {
  draft: MessageDraft
  /** The text with everybody called; until the engine has told it, what is typed. */
  text: string
  from: string
  everyone: boolean
}

/** A drawing of our own of how the message will be read. */
export function Look({ draft, text, from, everyone }: Props) {
  const called = [...listed(draft.mobiles), ...listed(draft.userIds)]
  const empty = text.trim() === ''
  return (
    <figure className={styles.look}>
      <Words as="figcaption" id="message-look" />
      <div className={styles.talk}>
        <span className={styles.face} aria-hidden="true">
          <Spoken text={[...from.trim()][0] ?? '·'} />
        </span>
        <div>
          <p className={styles.from}>
            <Spoken text={from} />
          </p>
          <div className={styles.bubble} data-empty={empty || undefined}>
            {empty && <Words as="p" id="message-look-empty" />}
            {!empty && draft.kind === 'markdown' && (
              <Suspense fallback={<Plain text={text} called={called} />}>
                <Markdown text={text} called={called} />
              </Suspense>
            )}
            {!empty && draft.kind === 'text' && <Plain text={text} called={called} />}
            {!empty && everyone && <Words as="p" id="message-everyone-called" className={styles.called} />}
          </div>
        </div>
      </div>
      <Words as="p" id="message-look-drawing" className={styles.small} />
    </figure>
  )
}

function Plain({ text, called }: { text: string; called: readonly string[] }) {
  return (
    <p className={styles.plain}>
      <Called text={text} called={called} />
    </p>
  )
}

/** As the engine reads such a list. */
function listed(typed: string): string[] {
  return typed
    .split(/[,，、;；\n]/)
    .map(piece => piece.replace(/\s/g, '').replace(/^@+/, ''))
    .filter(Boolean)
}
