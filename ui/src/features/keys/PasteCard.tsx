import { Button, Spinner } from '@fluentui/react-components'
import { useId, useRef } from 'react'
import { type ConnectionId, engine } from '../../ipc'
import { useAction, useDesk } from '../../shared/lib'
import { Icon } from '../../shared/look'
import { OpenButton, ProblemText, SecretArea } from '../../shared/parts'
import { useSay, Words } from '../../shared/words'
import styles from './keys.module.css'

interface Props {
  id: ConnectionId
  /** What is typed is saved first, so that the paste is laid over it and not the other way round. */
  before(): Promise<void>
  onPasted(): void
}

/** The whole console page at once. The clipboard is read in Rust, so the page's secret never enters the window. */
export function PasteCard({ id, before, onPasted }: Props) {
  const say = useSay()
  const { announce } = useDesk()
  const label = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const { busy, problem, run } = useAction()
  const paste = async (work: () => Promise<unknown>) => {
    const went = await run(async () => {
      await before()
      await work()
    })
    if (!went) return
    if (area.current) area.current.value = ''
    announce(say('keys-pasted'))
    onPasted()
  }
  return (
    <section className={styles.paste} aria-labelledby={`${label}-title`}>
      <h2 id={`${label}-title`}>
        <Words id="keys-paste-title" />
      </h2>
      <Words as="p" id="keys-paste-why" className={styles.why} />
      <div className={styles.quick}>
        <OpenButton name="keys-open" open={() => engine.linkOpen(id, 'credentials')} />
        <Button
          icon={busy ? <Spinner size="tiny" aria-hidden="true" /> : <Icon name="paste" />}
          disabledFocusable={busy}
          onClick={() => void paste(() => engine.keysPasteClipboard(id))}
        >
          {say('keys-paste')}
        </Button>
      </div>
      <details>
        <Words as="summary" id="keys-paste-here" />
        <SecretArea label="field-paste" secret={area} />
        <Button
          disabledFocusable={busy}
          onClick={() => void paste(() => engine.keysPaste(id, area.current?.value ?? ''))}
        >
          {say('keys-paste-take')}
        </Button>
      </details>
      {problem && <ProblemText problem={problem} />}
    </section>
  )
}
