import type { SetupSnapshot, Task } from '../../ipc'
import { TaskHere } from '../../shared/lib'
import { Page, ProblemText } from '../../shared/parts'
import { Groups } from './Groups'
import { HistoryCard } from './HistoryCard'
import { PlanCard } from './PlanCard'
import { ResultCard } from './ResultCard'
import { SentinelCard } from './SentinelCard'
import { useCheckup } from './useCheckup'

interface Props {
  setup: SetupSnapshot
  onTask(task: Task): void
  onNetwork(): void
}

/** Whether everything still works, what changed since it last did, the address, and when it is looked at again. */
export function Checkup({ setup, onTask, onNetwork }: Props) {
  const { id } = setup.connection
  const { checkup, problem, read } = useCheckup(setup)
  return (
    <TaskHere value="checkup">
      <Page title="checkup-title" lead="checkup-lead">
        {problem && <ProblemText problem={problem} />}
        {checkup && (
          <>
            <ResultCard id={id} checkup={checkup} onDone={read} />
            {checkup.sentinel.change && <SentinelCard id={id} sentinel={checkup.sentinel} onDone={read} />}
            <Groups id={id} checkup={checkup} onTask={onTask} onNetwork={onNetwork} />
            {!checkup.sentinel.change && <SentinelCard id={id} sentinel={checkup.sentinel} onDone={read} />}
            <PlanCard id={id} plan={checkup.plan} onDone={read} />
            <HistoryCard runs={checkup.runs} />
          </>
        )}
      </Page>
    </TaskHere>
  )
}
