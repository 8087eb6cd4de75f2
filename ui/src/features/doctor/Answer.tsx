import type { Reading } from '../../ipc'
import { ProblemText } from '../../shared/parts'
import { Spoken, Words } from '../../shared/words'
import styles from './doctor.module.css'

interface Props {
  reading: Reading
  /** Somewhere to go: a company is open. */
  open: boolean
}

/** The likeliest cause with its way out, what else the text shows, and what IT would be sent. */
export function Answer({ reading: { diagnosis, place, forIt }, open }: Props) {
  const { first, also } = diagnosis
  const { destination } = first
  return (
    <>
      <ProblemText problem={first.problem} remedy={{ destination, place, forIt }} />
      {!open && destination !== 'nowhere' && <Words as="p" id="doctor-elsewhere" className={styles.elsewhere} />}
      {also.length > 0 && (
        <details className={styles.more}>
          <Words as="summary" id="doctor-more" values={{ count: also.length }} />
          {also.map(({ problem }) => (
            <ProblemText key={problem.code} problem={problem} remedy="none" />
          ))}
        </details>
      )}
      <details className={styles.more}>
        <Words as="summary" id="doctor-for-it-shown" />
        <pre className={styles.forIt}>
          <Spoken text={forIt} />
        </pre>
      </details>
    </>
  )
}
