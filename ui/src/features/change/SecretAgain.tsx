import { Button, Spinner } from '@fluentui/react-components'
import { useState } from 'react'
import { engine, type SetupSnapshot } from '../../ipc'
import { pageProblem, useKeepsFocus } from '../../shared/lib'
import { Icon } from '../../shared/look'
import { ProblemText, SecretField } from '../../shared/parts'
import { useSay, Words } from '../../shared/words'
import styles from './change.module.css'
import { useSecretForm } from './secretForm'

/** The secret again, on the spot: nothing else is asked, and nothing else is lost. */
export function SecretAgain({ setup }: { setup: SetupSnapshot }) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const opened = useKeepsFocus<HTMLDivElement>(open)
  const form = useSecretForm(setup, secret => engine.secretEnter(setup.connection.id, secret))
  if (!open) {
    return (
      <p className={styles.spot}>
        <Button icon={<Icon name="key" />} onClick={() => setOpen(true)}>
          {say('change-secret-again')}
        </Button>
      </p>
    )
  }
  const other = pageProblem(['client-secret'], form.problem)
  return (
    <div className={styles.spot} ref={opened}>
      <Words as="p" id="change-secret-again-why" className={styles.hint} />
      <SecretField {...form.field} />
      <Button
        appearance="primary"
        disabledFocusable={form.busy}
        icon={form.busy ? <Spinner size="tiny" aria-hidden="true" /> : null}
        onClick={form.submit}
      >
        {say('change-secret-try')}
      </Button>
      {other && <ProblemText problem={other} />}
    </div>
  )
}
