import { Button, Spinner } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { engine, type HandoverPreview } from '../../ipc'
import { fieldProblem, pageProblem, useAction, useKeepsFocus } from '../../shared/lib'
import { Icon } from '../../shared/look'
import { Card, clearSecret, Page, ProblemText, SecretField, takeSecret } from '../../shared/parts'
import { Spoken, useSay, Words } from '../../shared/words'
import { Found } from './Found'
import styles from './handover.module.css'

/** A page of its own, for whoever has a file before there is a company. */
export function Import({ onClose }: { onClose(): void }) {
  return (
    <Page title="handover-import" lead="handover-import-why">
      <Card>
        <ImportForm onClose={onClose} />
      </Card>
    </Page>
  )
}

/** Which file, its passphrase, what is inside, and only then: take it in. */
export function ImportForm({ onClose }: { onClose(): void }) {
  const say = useSay()
  const { busy, problem, run, forget } = useAction()
  const passphrase = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<string | null>(null)
  const [found, setFound] = useState<HandoverPreview | null>(null)
  const shown = useKeepsFocus<HTMLDivElement>(`${file} ${found?.madeAt}`)
  // What was opened and not taken in leaves the memory with this page.
  useEffect(() => () => void engine.handoverClose().catch(() => undefined), [])
  const pick = () =>
    void run(async () => {
      const picked = await engine.handoverPick()
      if (picked === null) return
      setFound(null)
      setFile(picked)
    })
  const open = () =>
    void run(async () => {
      const preview = await engine.handoverOpen(takeSecret(passphrase) ?? '')
      clearSecret(passphrase)
      setFound(preview)
    })
  const elsewhere = pageProblem(['passphrase'], problem)
  return (
    <div ref={shown}>
      {file && (
        <p className={styles.said}>
          <Words id="handover-picked" /> <Spoken text={file} />
        </p>
      )}
      {found ? (
        <Found found={found} onDone={onClose} />
      ) : (
        <>
          {file && (
            <div className={styles.fields}>
              <SecretField
                label="field-passphrase"
                aside="handover-open-aside"
                secret={passphrase}
                onTyped={forget}
                onEnter={open}
                problem={fieldProblem('passphrase', problem, [])}
              />
            </div>
          )}
          <div className={styles.actions}>
            <Button onClick={onClose}>{say('handover-cancel')}</Button>
            <Button appearance={file ? 'secondary' : 'primary'} disabledFocusable={busy} onClick={pick}>
              {say(file ? 'handover-pick-other' : 'handover-pick')}
            </Button>
            {file && (
              <Button
                appearance="primary"
                icon={busy ? <Spinner size="tiny" aria-hidden="true" /> : <Icon name="lock" />}
                disabledFocusable={busy}
                onClick={open}
              >
                {say('handover-open')}
              </Button>
            )}
          </div>
        </>
      )}
      {elsewhere && <ProblemText problem={elsewhere} />}
    </div>
  )
}
