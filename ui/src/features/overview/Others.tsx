import { Button } from '@fluentui/react-components'
import { type AppSnapshot, type ConnectionView, engine, type Standing } from '../../ipc'
import { useAction } from '../../shared/lib'
import { ProblemText, Sign, type SignKind } from '../../shared/parts'
import { Spoken, useSay, Words } from '../../shared/words'
import styles from './overview.module.css'

const signs: Record<Standing, SignKind> = {
  well: 'done',
  begun: 'waiting',
  attention: 'asked',
  trouble: 'attention',
  offline: 'unknown',
}

/** How the other companies stand, at a glance, and the way to each. */
export function Others({ app }: { app: AppSnapshot }) {
  const opening = useAction()
  const others = app.connections.filter(({ id }) => id !== app.current)
  if (others.length === 0) return null
  return (
    <section className={styles.card} aria-labelledby="overview-others">
      <h2 id="overview-others">
        <Words id="overview-others" />
      </h2>
      <ul>
        {others.map(one => (
          <Other key={one.id} one={one} onOpen={() => void opening.run(() => engine.connectionSelect(one.id))} />
        ))}
      </ul>
      {opening.problem && <ProblemText problem={opening.problem} />}
    </section>
  )
}

function Other({ one, onOpen }: { one: ConnectionView; onOpen(): void }) {
  const say = useSay()
  const name = one.name || say('rail-unnamed')
  return (
    <li>
      <Sign kind={signs[one.standing]} />
      <div className={styles.what}>
        <h3>
          <Spoken text={name} />
        </h3>
        <p>
          <Words id={`overview-state-${one.standing}`} />
        </p>
      </div>
      <Button size="small" onClick={onOpen}>
        {say('overview-others-open', { name })}
      </Button>
    </li>
  )
}
