import { Button } from '@fluentui/react-components'
import { useEffect } from 'react'
import { type AppSnapshot, engine, type RemovalView, type Removed } from '../../ipc'
import { useAction, useDesk, useKeepsFocus } from '../../shared/lib'
import { Icon } from '../../shared/look'
import { ProblemText, Sign } from '../../shared/parts'
import { useSay, Words } from '../../shared/words'
import styles from './welcome.module.css'

export type { Removed }

interface Props {
  app: AppSnapshot
  /** The removal that has just ended. */
  removed: Removed | null
  onRemoved(removed: Removed): void
}

/** What became of the companies that were removed: shown to be gone, or waiting for the key store. */
export function Removals({ app, removed, onRemoved }: Props) {
  const say = useSay()
  const { announce } = useDesk()
  const gone = useKeepsFocus<HTMLDivElement>(removed)
  useEffect(() => {
    gone.current?.scrollIntoView({ block: 'nearest' })
    if (removed?.gone) announce(say('welcome-gone', goneValues(removed, say('rail-unnamed'))))
  }, [removed, announce, say, gone])
  return (
    <>
      {removed?.gone && (
        <div className={styles.gone} ref={gone} tabIndex={-1}>
          <Sign kind="done" />
          <Words as="p" id="welcome-gone" values={goneValues(removed, say('rail-unnamed'))} />
        </div>
      )}
      {app.removals.map(one => (
        <Removal key={one.id} one={one} onRemoved={onRemoved} first={removed} />
      ))}
    </>
  )
}

function goneValues({ name, secrets }: Removed, unnamed: string) {
  return { name: name || unnamed, count: secrets }
}

function Removal({
  one,
  first,
  onRemoved,
}: {
  one: RemovalView
  first: Removed | null
  onRemoved: Props['onRemoved']
}) {
  const say = useSay()
  const { run, busy, problem } = useAction()
  const retry = () => void run(async () => onRemoved(await engine.removalRetry(one.id)))
  const shown = problem ?? (first?.id === one.id ? first.problem : null)
  return (
    <section className={styles.removal}>
      <Sign kind="attention" />
      <div>
        <Words as="p" id="welcome-removal" values={{ name: one.name || say('rail-unnamed'), count: one.secrets }} />
        <Words as="p" id="welcome-removal-why" />
        {shown && <ProblemText problem={shown} />}
      </div>
      <Button icon={<Icon name="retry" />} disabledFocusable={busy} onClick={retry}>
        {say('welcome-removal-retry')}
      </Button>
    </section>
  )
}
