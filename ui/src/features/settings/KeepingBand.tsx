import { Button } from '@fluentui/react-components'
import { type AppSnapshot, engine, type Rebuilt } from '../../ipc'
import { useAction } from '../../shared/lib'
import { Icon } from '../../shared/look'
import { ProblemText } from '../../shared/parts'
import { useMoment, useSay, Words } from '../../shared/words'
import styles from './keeping.module.css'

/** What became of the app's own file, on every screen: that nothing can be changed, or that it was rebuilt. */
export function KeepingBand({ keeping }: { keeping: AppSnapshot['keeping'] }) {
  return (
    <div className={styles.band}>
      {keeping.readOnly && <ReadOnly problem={keeping.readOnly} />}
      {keeping.rebuilt && <RebuiltTold rebuilt={keeping.rebuilt} />}
    </div>
  )
}

function ReadOnly({ problem }: { problem: NonNullable<AppSnapshot['keeping']['readOnly']> }) {
  const say = useSay()
  const { busy, problem: again, run } = useAction()
  return (
    <section className={styles.told} aria-label={say('keeping-read-only')}>
      <Words as="h2" id="keeping-read-only" />
      <ProblemText problem={again ?? problem} remedy="none" />
      <div>
        <Button icon={<Icon name="retry" />} disabledFocusable={busy} onClick={() => void run(engine.writeAgain)}>
          {say('keeping-write-again')}
        </Button>
      </div>
    </section>
  )
}

function RebuiltTold({ rebuilt }: { rebuilt: Rebuilt }) {
  const say = useSay()
  const { moment } = useMoment()
  const { busy, problem, run } = useAction()
  const found = rebuilt.read + rebuilt.copied
  const title = rebuilt.aside ? 'keeping-damaged' : 'keeping-missing'
  return (
    <section className={styles.told} aria-label={say(title)}>
      <Words as="h2" id={title} />
      <Words as="p" id={outcome(rebuilt, found)} values={{ companies: found }} />
      {rebuilt.copyAt && <Words as="p" id="keeping-copy" values={{ at: moment(rebuilt.copyAt) }} />}
      {rebuilt.aside && <Words as="p" id="keeping-aside" values={{ file: rebuilt.aside }} />}
      <Words as="p" id="keeping-check" />
      {problem && <ProblemText problem={problem} />}
      <div>
        <Button disabledFocusable={busy} onClick={() => void run(engine.rebuiltRead)}>
          {say('keeping-read')}
        </Button>
      </div>
    </section>
  )
}

function outcome(rebuilt: Rebuilt, found: number) {
  if (rebuilt.whole) return 'keeping-whole' as const
  return found > 0 ? ('keeping-part' as const) : ('keeping-none' as const)
}
