import { engine } from '../ipc'
import { useAction } from '../shared/lib'
import { Icon } from '../shared/look'
import { ProblemText } from '../shared/parts'
import { Words } from '../shared/words'
import styles from './app.module.css'

/** Cannot be missed while practising, and shows the way out. */
export function PracticeBand() {
  const { run, problem } = useAction()
  return (
    <>
      <header className={styles.band}>
        <Words as="strong" id="band-practice" />
        <Words id="band-text" className={styles.bandText} />
        <button type="button" onClick={() => void run(engine.connectionLeave)}>
          <Words id="band-leave" />
          <Icon name="next" />
        </button>
      </header>
      {problem && (
        <div className={styles.told}>
          <ProblemText problem={problem} />
        </div>
      )}
    </>
  )
}
