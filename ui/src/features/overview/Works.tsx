import { Button } from '@fluentui/react-components'
import { type SetupSnapshot, taskNamed } from '../../ipc'
import { Answered, Sign } from '../../shared/parts'
import { useMoment, useSay, Words } from '../../shared/words'
import styles from './overview.module.css'

/** The first of them, for a glance; the page of proofs has them all. */
const shown = 6

/** What a call has shown to be well, and when. */
export function Works({ setup, onProofs }: { setup: SetupSnapshot; onProofs(): void }) {
  const say = useSay()
  const works = setup.overview.works.slice(0, shown)
  return (
    <section className={styles.card} aria-labelledby="overview-works">
      <h2 id="overview-works">
        <Words id={setup.overview.standing === 'offline' ? 'overview-works-before' : 'overview-works'} />
      </h2>
      {works.length === 0 ? (
        <Words as="p" id="overview-works-none" className={styles.none} />
      ) : (
        <>
          <ul>
            {works.map(task => (
              <Work key={task} setup={setup} task={task} />
            ))}
          </ul>
          <Button appearance="transparent" className={styles.more ?? ''} onClick={onProofs}>
            {say('overview-works-more')}
          </Button>
        </>
      )}
    </section>
  )
}

function Work({ setup, task }: { setup: SetupSnapshot; task: SetupSnapshot['overview']['works'][number] }) {
  const { moment } = useMoment()
  const { evidence } = taskNamed(setup, task)
  return (
    <li>
      <Sign kind="done" />
      <div className={styles.what}>
        <Words as="h3" id={`task-${task}`} />
        {evidence && (
          <p>
            <Answered answer={evidence.answer} />
            <time dateTime={evidence.at}>{moment(evidence.at)}</time>
          </p>
        )}
      </div>
    </li>
  )
}
