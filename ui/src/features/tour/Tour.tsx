import { Button } from '@fluentui/react-components'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { type AppSnapshot, engine } from '../../ipc'
import { useAction } from '../../shared/lib'
import { Icon, Scene } from '../../shared/look'
import { LanguageChoice } from '../../shared/parts'
import { useSay, Words } from '../../shared/words'
import { cardAfter, cards } from './cards'
import styles from './tour.module.css'

interface Props {
  app: AppSnapshot
  onEnd(): void
}

/** A few cards over the window. Esc or Skip ends it at any card, and it does not come by itself again. */
export function Tour({ app, onEnd }: Props) {
  const say = useSay()
  const { run } = useAction()
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const title = useId()
  const why = useId()
  const [at, setAt] = useState(0)
  const card = cards[at] ?? cards[0]
  const last = at === cards.length - 1

  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
    heading.current?.focus()
  }, [])
  const go = (next: number) => {
    setAt(next)
    heading.current?.focus()
  }
  const pressed = ({ key }: KeyboardEvent) => {
    const next = cardAfter(key, at)
    if (next !== null) go(next)
  }
  const end = () => {
    // If it cannot be written down, the tour comes once more at the next start: no reason to keep it now.
    void engine.tourSeen().catch(() => undefined)
    onEnd()
  }
  if (!card) return null
  return (
    <dialog ref={dialog} className={styles.tour} aria-labelledby={title} aria-describedby={why} onClose={end}>
      <header className={styles.top}>
        <Words as="span" id="tour-label" className={styles.label} />
        <LanguageChoice value={app.language} onChange={tag => void run(() => engine.chooseLanguage(tag))} />
      </header>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows are a second way; the buttons are the first */}
      <div onKeyDown={pressed}>
        <div className={styles.scene}>
          <Scene name={card.scene} width={360} />
        </div>
        <div className={styles.words}>
          <h2 ref={heading} tabIndex={-1} id={title}>
            <Words id={card.title} />
          </h2>
          <p id={why}>
            <Words id={card.why} />
          </p>
        </div>
        <footer className={styles.foot}>
          {!last && (
            <Button appearance="subtle" onClick={() => dialog.current?.close()}>
              {say('tour-skip')}
            </Button>
          )}
          <span className={styles.count}>
            <span className={styles.dots} aria-hidden="true">
              {cards.map(({ scene }, index) => (
                <span key={scene} data-on={index <= at} />
              ))}
            </span>
            <Words id="tour-card" values={{ number: at + 1, count: cards.length }} className="hidden-words" />
          </span>
          {at > 0 && <Button onClick={() => go(at - 1)}>{say('tour-back')}</Button>}
          <Button
            appearance="primary"
            icon={<Icon name={last ? 'check' : 'next'} />}
            iconPosition="after"
            onClick={() => (last ? dialog.current?.close() : go(at + 1))}
          >
            {say(last ? 'tour-end' : 'tour-next')}
          </Button>
        </footer>
      </div>
    </dialog>
  )
}
