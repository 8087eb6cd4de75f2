import { Button } from '@fluentui/react-components'
import { type Destination, engine, type Reading, type SetupSnapshot, type Stop } from '../../ipc'
import { Icon } from '../../shared/look'
import { CopyButton, OpenButton, ProblemText } from '../../shared/parts'
import { useSay, Words } from '../../shared/words'
import styles from './doctor.module.css'

interface Props {
  reading: Reading
  setup: SetupSnapshot
  onStop(stop: Stop): void
}

/** The likeliest cause with its way out, what else the text shows, and the part for IT. */
export function Answer({ reading: { diagnosis, forIt }, setup, onStop }: Props) {
  const { first, also } = diagnosis
  return (
    <>
      <ProblemText problem={first.problem} />
      <div className={styles.acts}>
        <Way to={first.destination} setup={setup} onStop={onStop} />
        <CopyButton name="doctor-copy" text={forIt} />
      </div>
      {also.length > 0 && (
        <details className={styles.also}>
          <Words as="summary" id="doctor-more" values={{ count: also.length }} />
          {also.map(({ problem }) => (
            <ProblemText key={problem.code} problem={problem} />
          ))}
        </details>
      )}
    </>
  )
}

interface WayProps {
  to: Destination
  setup: SetupSnapshot
  onStop(stop: Stop): void
}

/** The button that leads to where the remedy is done. */
function Way({ to, setup, onStop }: WayProps) {
  const say = useSay()
  if (to === 'nowhere') return null
  if ('link' in to) {
    const { link } = to
    return <OpenButton name="doctor-open" open={() => engine.linkOpen(setup.connection.id, link)} />
  }
  const view = setup.stops.find(({ tasks }) => tasks.some(({ task }) => task === to.task))
  if (!view) return null
  return (
    <Button icon={<Icon name="next" />} iconPosition="after" onClick={() => onStop(view.stop)}>
      {say('doctor-go', { stop: say(`stop-${view.stop}`) })}
    </Button>
  )
}
