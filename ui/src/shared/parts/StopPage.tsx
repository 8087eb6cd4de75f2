import { Button, Spinner } from '@fluentui/react-components'
import { type ReactNode, useRef } from 'react'
import { type ProblemShape, useTakesFocus } from '../lib'
import { useSay, type WordId, Words } from '../words'
import { AddressTold } from './AddressTold'
import { ProblemText } from './ProblemText'
import styles from './stop.module.css'
import { useNextThing } from './useNextThing'

export interface Primary {
  label: WordId
  act(): void
  busy?: boolean
}

interface Props {
  title: WordId
  lead: WordId
  helper: ReactNode
  /** A failure that belongs to no field of the page. */
  problem?: ProblemShape | null | undefined
  primary: Primary
  onBack: (() => void) | null
  /** Given while something can be stopped. */
  onCancel?: (() => void) | null
  /** In place of the page's own first card: the refused address. */
  urgent?: ReactNode
  children: ReactNode
}

/** The frame of a stop: what to do in one breath, why, the cards, the helper, and one primary button. */
export function StopPage(props: Props) {
  const { title, lead, helper, problem, primary, onBack, onCancel, urgent, children } = props
  const heading = useTakesFocus<HTMLHeadingElement>()
  const page = useRef<HTMLDivElement>(null)
  useNextThing(page, primary.busy === true)
  return (
    <>
      <div className={styles.scroll} ref={page}>
        <div className={styles.page}>
          <div className={styles.intro}>
            <h1 ref={heading} tabIndex={-1}>
              <Words id={title} />
            </h1>
            <Words as="p" id={lead} />
          </div>
          <div className={styles.columns}>
            <div className={styles.main}>
              {urgent}
              <AddressTold value={Boolean(urgent)}>{children}</AddressTold>
              {problem && <ProblemText problem={problem} />}
            </div>
            <aside className={styles.helper}>{helper}</aside>
          </div>
        </div>
      </div>
      <StopFooter primary={primary} onBack={onBack} onCancel={onCancel ?? null} />
    </>
  )
}

function StopFooter({ primary, onBack, onCancel }: Required<Pick<Props, 'primary' | 'onBack' | 'onCancel'>>) {
  const say = useSay()
  return (
    <footer className={styles.footer}>
      {onBack && <Button onClick={onBack}>{say('footer-back')}</Button>}
      <Words id="footer-saved" className={styles.saved} />
      {onCancel && <Button onClick={onCancel}>{say('footer-cancel')}</Button>}
      <Button
        appearance="primary"
        onClick={primary.act}
        disabledFocusable={primary.busy ?? false}
        icon={primary.busy ? <Spinner size="tiny" aria-hidden="true" /> : null}
      >
        {say(primary.label)}
      </Button>
    </footer>
  )
}
