import { Button } from '@fluentui/react-components'
import { engine, type SetupSnapshot } from '../../ipc'
import { useAction, useDesk, useKeepsFocus } from '../../shared/lib'
import { OpenButton, ProblemText, Sign } from '../../shared/parts'
import { useMoment, useSay, Words } from '../../shared/words'
import styles from './change.module.css'

interface Props {
  setup: SetupSnapshot
  old: NonNullable<SetupSnapshot['keys']['oldSecret']>
}

/** The secret before this one: kept until somebody says that it was disabled, and then shown to be gone. */
export function OldSecret({ setup, old }: Props) {
  const say = useSay()
  const { announce } = useDesk()
  const { fullMoment } = useMoment()
  const { busy, problem, run } = useAction()
  const { id } = setup.connection
  const gone = useKeepsFocus<HTMLParagraphElement>(old.goneAt)
  const { clientId, region, setAt, replacedAt, goneAt, saidBy } = old
  if (goneAt) {
    return (
      <p className={styles.gone} ref={gone} tabIndex={-1}>
        <Sign kind="done" />
        <Words id="change-old-gone" values={{ at: fullMoment(goneAt), by: saidBy ?? '' }} />
      </p>
    )
  }
  const disabled = () =>
    run(async () => {
      await engine.oldSecretDisabled(id)
      announce(say('change-old-gone-short'))
    })
  return (
    <section className={styles.old} aria-label={say('change-old')}>
      <h3>
        <Words id="change-old" />
      </h3>
      <Words
        as="p"
        id="change-old-kept"
        values={{
          set: fullMoment(setAt),
          replaced: replacedAt ? fullMoment(replacedAt) : '',
          app: clientId,
          region: say(`region-${region}`),
        }}
      />
      <Words as="p" id="change-old-what" className={styles.hint} />
      <div className={styles.acts}>
        <OpenButton name="keys-open" open={() => engine.linkOpen(id, 'credentials')} />
        <Button disabledFocusable={busy} onClick={() => void disabled()}>
          {say('change-old-disabled')}
        </Button>
      </div>
      {problem && <ProblemText problem={problem} />}
    </section>
  )
}
