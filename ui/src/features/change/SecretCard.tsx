import { Button, Spinner } from '@fluentui/react-components'
import { useState } from 'react'
import { engine, type SetupSnapshot, type Stop, taskNamed } from '../../ipc'
import { pageProblem, useAction } from '../../shared/lib'
import { ChooseOne, OpenButton, type Option, ProblemText, SecretField, TaskCard } from '../../shared/parts'
import { useMoment, useSay, Words } from '../../shared/words'
import styles from './change.module.css'
import { OldSecret } from './OldSecret'
import { useSecretForm } from './secretForm'

type Way = 'rotate' | 'enter'

const ways: Option<Way>[] = [
  { value: 'rotate', label: 'change-secret-rotate', why: 'change-secret-rotate-why' },
  { value: 'enter', label: 'change-secret-enter', why: 'change-secret-enter-why' },
]

interface Props {
  setup: SetupSnapshot
  onStop(stop: Stop): void
}

/** Another Client Secret: with the old one kept until somebody says that it was disabled, or in a dead one's place. */
export function SecretCard({ setup, onStop }: Props) {
  const say = useSay()
  const { date } = useMoment()
  const { id } = setup.connection
  const { secretSetAt, secretPasted, oldSecret } = setup.keys
  const task = taskNamed(setup, 'credentials')
  const [way, setWay] = useState<Way>(task.state === 'problem' ? 'enter' : 'rotate')
  const form = useSecretForm(setup, secret =>
    way === 'rotate' ? engine.secretRotate(id, secret) : engine.secretEnter(id, secret),
  )
  const discarding = useAction()
  const other = pageProblem(['client-secret'], form.problem, discarding.problem)
  if (!secretSetAt) {
    return (
      <TaskCard
        title="change-secret"
        why="change-secret-none"
        actions={<Button onClick={() => onStop('keys')}>{say('change-to-keys')}</Button>}
      >
        {oldSecret && <OldSecret setup={setup} old={oldSecret} />}
      </TaskCard>
    )
  }
  const waits = oldSecret !== null && oldSecret.goneAt === null
  return (
    <TaskCard title="change-secret" task={task} claimed={['client-secret']}>
      <p className={styles.standing}>{say('secret-set', { date: date(secretSetAt) })}</p>
      {oldSecret && <OldSecret setup={setup} old={oldSecret} />}
      {waits ? (
        <Words as="p" id="change-secret-first" className={styles.hint} />
      ) : (
        <>
          <ChooseOne
            legend="change-secret-way"
            quiet="legend"
            columns={2}
            options={ways}
            value={way}
            onChange={next => setWay(next)}
          />
          {way === 'rotate' && (
            <ol className={styles.steps}>
              <Words as="li" id="change-rotate-1" />
              <Words as="li" id="change-rotate-2" />
              <Words as="li" id="change-rotate-3" />
            </ol>
          )}
          <div className={styles.form}>
            <SecretField {...form.field} />
          </div>
          <div className={styles.acts}>
            <Button
              appearance="primary"
              disabledFocusable={form.busy}
              icon={form.busy ? <Spinner size="tiny" aria-hidden="true" /> : null}
              onClick={form.submit}
            >
              {say('change-secret-try')}
            </Button>
            <OpenButton name="keys-open" open={() => engine.linkOpen(id, 'credentials')} />
            {secretPasted !== null && (
              <Button
                disabledFocusable={discarding.busy}
                onClick={() => void discarding.run(() => engine.secretDiscard(id))}
              >
                {say('change-secret-discard')}
              </Button>
            )}
          </div>
        </>
      )}
      {other && <ProblemText problem={other} />}
    </TaskCard>
  )
}
