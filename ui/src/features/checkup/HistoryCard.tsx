import type { RunLine } from '../../ipc'
import { Sign, TaskCard } from '../../shared/parts'
import { useMoment, useSay, Words } from '../../shared/words'
import styles from './checkup.module.css'

/** The check-ups before, in numbers. */
export function HistoryCard({ runs }: { runs: readonly RunLine[] }) {
  const say = useSay()
  const { fullMoment } = useMoment()
  return (
    <TaskCard title="history-title">
      {runs.length === 0 ? (
        <Words as="p" id="history-none" />
      ) : (
        <ul className={styles.runs}>
          {runs.map(({ id, at, cause, fine, needs, untold }) => (
            <li key={id}>
              <Sign kind={needs > 0 ? 'attention' : 'done'} />
              <div>
                <p>
                  <Words id="history-line" values={{ at: fullMoment(at), cause: say(`checkup-cause-${cause}`) }} />
                </p>
                <Words as="p" id="history-counts" values={{ fine, needs, untold }} className={styles.soft} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </TaskCard>
  )
}
