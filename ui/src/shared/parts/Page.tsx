import type { ReactNode, RefObject } from 'react'
import { useTakesFocus } from '../lib'
import { type Values, type WordId, Words } from '../words'
import styles from './page.module.css'

interface Props {
  /** What to do here, or how things are, in one breath. */
  title: WordId
  titleValues?: Values
  /** One sentence of why. */
  lead?: WordId
  leadValues?: Values
  /** Beside the heading, at the right. */
  actions?: ReactNode
  /** Under the heading, with it: a tally, a choice. */
  under?: ReactNode
  /** Stays at the bottom while the page scrolls. */
  footer?: ReactNode
  /** At the right, 300 wide; under the page on a narrow window. */
  aside?: ReactNode
  /** The line stands above: less room over the heading. */
  below?: 'line'
  /** What scrolls. */
  scroll?: RefObject<HTMLDivElement | null>
  children?: ReactNode
}

/** The frame of every page: a heading that takes the focus, why, and what scrolls under it. */
export function Page(props: Props) {
  const { title, titleValues, lead, leadValues, actions, under, footer, aside, below, scroll, children } = props
  const heading = useTakesFocus<HTMLHeadingElement>()
  return (
    <>
      <div className={styles.scroll} ref={scroll}>
        <div className={styles.page} data-aside={Boolean(aside)} data-below={below}>
          <header className={styles.header}>
            <div className={styles.words}>
              <h1 ref={heading} tabIndex={-1}>
                <Words id={title} values={titleValues} />
              </h1>
              {lead && <Words as="p" id={lead} values={leadValues} className={styles.lead} />}
              {under}
            </div>
            {actions && <div className={styles.actions}>{actions}</div>}
          </header>
          <div className={styles.columns}>
            <div className={styles.main}>{children}</div>
            {aside && <aside className={styles.aside}>{aside}</aside>}
          </div>
        </div>
      </div>
      {footer && <footer className={styles.footer}>{footer}</footer>}
    </>
  )
}

interface CardProps {
  title?: WordId
  titleValues?: Values
  why?: WordId
  /** Beside the title: a state, a button. */
  side?: ReactNode
  children?: ReactNode
}

/** White paper on the ground: one matter. */
export function Card({ title, titleValues, why, side, children }: CardProps) {
  return (
    <section className={styles.card}>
      {title && (
        <header className={styles.cardHead}>
          <Words as="h2" id={title} values={titleValues} />
          {side}
        </header>
      )}
      {why && <Words as="p" id={why} className={styles.why} />}
      {children}
    </section>
  )
}
