import { type AppSnapshot, engine, type SetupSnapshot, type Stop, type Task } from '../../ipc'
import { useAction } from '../../shared/lib'
import { TramDrawing } from '../../shared/look'
import { ProblemText } from '../../shared/parts'
import { Headline } from './Headline'
import { LookedAfter } from './LookedAfter'
import { Others } from './Others'
import styles from './overview.module.css'
import { Waits } from './Waits'
import { Works } from './Works'

interface Props {
  app: AppSnapshot
  setup: SetupSnapshot
  onStop(stop: Stop): void
  onTask(task: Task): void
  onProofs(): void
  onReminders(): void
}

/** Home: one thing first, is all well; then what waits, and for whom; then what works. */
export function Overview({ app, setup, onStop, onTask, onProofs, onReminders }: Props) {
  const leaving = useAction()
  const { standing } = setup.overview
  const untouched = standing === 'begun' && setup.connection.stopsDone === 0
  return (
    <div className={styles.scroll}>
      <div className={styles.page}>
        <Headline
          setup={setup}
          onStop={onStop}
          onCompany={() => void leaving.run(engine.connectionLeave)}
          checkProblem={leaving.problem && <ProblemText problem={leaving.problem} />}
        />
        {app.lookedAfterBy && <LookedAfter holder={app.lookedAfterBy} />}
        {untouched && <TramDrawing at="start" />}
        <div className={styles.columns}>
          <Waits setup={setup} onTask={onTask} onReminders={onReminders} />
          <div className={styles.side}>
            <Works setup={setup} onProofs={onProofs} />
            <Others app={app} />
          </div>
        </div>
      </div>
    </div>
  )
}
