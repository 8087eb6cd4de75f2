import { Button, Spinner } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import { type ConnectionId, engine } from '../../ipc'
import { fieldProblem, pageProblem, useAction, useDesk } from '../../shared/lib'
import { Icon } from '../../shared/look'
import { CopyButton, clearSecret, ProblemText, SecretField, takeSecret } from '../../shared/parts'
import { useSay, type WordId, Words } from '../../shared/words'
import styles from './handover.module.css'
import { offeredPassphrase } from './offer'
import { Written } from './Written'

interface Props {
  ids: ConnectionId[]
  onClose(): void
}

type State = 'open' | 'short' | 'other' | 'same'

const typed: Record<Exclude<State, 'open'>, WordId> = {
  short: 'handover-typed-short',
  other: 'handover-typed-other',
  same: 'handover-typed-same',
}

/** So many letters at least; how good they are the engine says, which knows what is guessed first. */
const least = 12

/** The passphrase, typed twice: whoever mistypes it once would lock the file for ever. */
export function Seal({ ids, onClose }: Props) {
  const say = useSay()
  const { announce } = useDesk()
  const { busy, problem, run } = useAction()
  const first = useRef<HTMLInputElement>(null)
  const second = useRef<HTMLInputElement>(null)
  const [state, setState] = useState<State>('open')
  const [length, setLength] = useState(0)
  const [offered, setOffered] = useState<string | null>(null)
  const [path, setPath] = useState<string | null>(null)
  const judge = () => {
    const [one, two] = [first.current?.value ?? '', second.current?.value ?? '']
    setLength([...one].length)
    setState(one === '' ? 'open' : [...one].length < least ? 'short' : one === two ? 'same' : 'other')
  }
  const save = () =>
    void run(async () => {
      const passphrase = takeSecret(first)
      if (passphrase === null || state !== 'same') return
      const saved = await engine.handoverExport(ids, passphrase)
      if (saved === null) return
      for (const field of [first, second]) clearSecret(field)
      setOffered(null)
      setPath(saved)
      announce(say('handover-file-made'))
    })
  if (path) return <Sealed path={path} onClose={onClose} />
  const elsewhere = pageProblem(['passphrase'], problem)
  return (
    <>
      <div className={styles.offer}>
        <Words as="p" id="handover-offer-why" />
        {offered ? (
          <p className={styles.offered}>
            <samp>{offered}</samp>
            <CopyButton look="sign" name="handover-offer-copy" text={offered} />
          </p>
        ) : (
          <Button size="small" icon={<Icon name="key" />} onClick={() => setOffered(offeredPassphrase())}>
            {say('handover-offer')}
          </Button>
        )}
      </div>
      <div className={styles.fields}>
        <SecretField
          label="field-passphrase"
          aside="handover-passphrase-aside"
          secret={first}
          onTyped={judge}
          problem={fieldProblem('passphrase', problem, [])}
        />
        <SecretField
          label="handover-again"
          aside="handover-again-aside"
          secret={second}
          onTyped={judge}
          onEnter={save}
        />
        <p className={styles.state} data-state={state} role="status">
          {state !== 'open' && <Words id={typed[state]} values={{ length, least }} />}
        </p>
      </div>
      <div className={styles.actions}>
        <Button onClick={onClose}>{say('handover-cancel')}</Button>
        <Button
          appearance="primary"
          icon={busy ? <Spinner size="tiny" aria-hidden="true" /> : <Icon name="lock" />}
          disabledFocusable={busy || state !== 'same'}
          onClick={save}
        >
          {say('handover-file-save')}
        </Button>
      </div>
      {elsewhere && <ProblemText problem={elsewhere} />}
    </>
  )
}

function Sealed({ path, onClose }: { path: string; onClose(): void }) {
  const say = useSay()
  const { busy, problem, run } = useAction()
  return (
    <>
      <Written id="handover-file-made" path={path} />
      <Words as="p" id="handover-file-apart" className={styles.said} />
      <div className={styles.actions}>
        <Button onClick={onClose}>{say('handover-done')}</Button>
        <Button
          appearance="primary"
          icon={<Icon name="print" />}
          disabledFocusable={busy}
          onClick={() => void run(() => engine.handoverRecovery('both'))}
        >
          {say('handover-recovery-print')}
        </Button>
      </div>
      {problem && <ProblemText problem={problem} />}
    </>
  )
}
