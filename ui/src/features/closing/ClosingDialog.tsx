import { Button } from '@fluentui/react-components'
import { useEffect, useId, useRef } from 'react'
import { type Closing, engine } from '../../ipc'
import { useAction } from '../../shared/lib'
import { ProblemText } from '../../shared/parts'
import { useSay, Words } from '../../shared/words'
import styles from './closing.module.css'

/** Asked once, at the first closing. Esc leaves the window open, and the next closing asks again. */
export function ClosingDialog({ onEnd }: { onEnd(): void }) {
  const say = useSay()
  const { busy, problem, run } = useAction()
  const dialog = useRef<HTMLDialogElement>(null)
  const heading = useRef<HTMLHeadingElement>(null)
  const [title, why] = [useId(), useId()]
  const answered = useRef(false)
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
    heading.current?.focus()
  }, [])
  const answer = (closing: Closing) =>
    void run(async () => {
      answered.current = true
      await engine.closingAnswer(closing)
      onEnd()
    }).then(well => {
      if (!well) answered.current = false
    })
  const left = () => {
    if (answered.current) return
    void engine.closingAnswer(null).catch(() => undefined)
    onEnd()
  }
  return (
    <dialog ref={dialog} className={styles.closing} aria-labelledby={title} aria-describedby={why} onClose={left}>
      <h2 ref={heading} tabIndex={-1} id={title}>
        <Words id="closing-title" />
      </h2>
      <div id={why}>
        <Words as="p" id="closing-why" />
        <Words as="p" id="closing-later" />
      </div>
      {problem && <ProblemText problem={problem} />}
      <div className={styles.acts}>
        <Button appearance="primary" disabledFocusable={busy} onClick={() => answer('keep-running')}>
          {say('closing-keep')}
        </Button>
        <Button disabledFocusable={busy} onClick={() => answer('quit')}>
          {say('closing-quit')}
        </Button>
      </div>
    </dialog>
  )
}
