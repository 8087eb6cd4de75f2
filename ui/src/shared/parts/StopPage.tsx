import { Button, Spinner } from '@fluentui/react-components'
import { type ReactNode, useRef } from 'react'
import type { ProblemShape } from '../lib'
import { useSay, type Values, type WordId, Words } from '../words'
import { AddressTold } from './AddressTold'
import { Page } from './Page'
import { ProblemText } from './ProblemText'
import styles from './stop.module.css'
import { useNextThing } from './useNextThing'

export interface Primary {
  label: WordId
  values?: Values
  act(): void
  busy?: boolean
  /** Somebody's own try of this page, not what runs in the background. */
  trying?: boolean
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
  const page = useRef<HTMLDivElement>(null)
  useNextThing(page, primary.busy === true, primary.trying === true)
  return (
    <Page
      title={title}
      lead={lead}
      below="line"
      scroll={page}
      aside={<div className={styles.helper}>{helper}</div>}
      footer={<StopFooter primary={primary} onBack={onBack} onCancel={onCancel ?? null} />}
    >
      {urgent}
      <AddressTold value={Boolean(urgent)}>{children}</AddressTold>
      {problem && <ProblemText problem={problem} />}
    </Page>
  )
}

function StopFooter({ primary, onBack, onCancel }: Required<Pick<Props, 'primary' | 'onBack' | 'onCancel'>>) {
  const say = useSay()
  return (
    <>
      {onBack && <Button onClick={onBack}>{say('footer-back')}</Button>}
      <Words id="footer-saved" className={styles.saved} />
      {onCancel && <Button onClick={onCancel}>{say('footer-cancel')}</Button>}
      <Button
        appearance="primary"
        onClick={primary.act}
        disabledFocusable={primary.busy ?? false}
        icon={primary.busy ? <Spinner size="tiny" aria-hidden="true" /> : null}
      >
        <Words id={primary.label} values={primary.values} />
      </Button>
    </>
  )
}
