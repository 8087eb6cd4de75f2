import { type ReactNode, useId, useRef } from 'react'
import { WhereButton } from '../guide/WhereButton'
import { TaskHere, type TaskShape, useGoal } from '../lib'
import { type WordId, Words } from '../words'
import { useAddressTold } from './AddressTold'
import { AskOther } from './AskOther'
import { useOnTheSpot } from './onTheSpot'
import { ProblemText } from './ProblemText'
import { Proof, type ProofDetail } from './Proof'
import { TaskStatus } from './TaskStatus'
import styles from './task.module.css'

interface CardProps {
  title: WordId
  why?: WordId | undefined
  task?: TaskShape | undefined
  /** Fields of this page: a problem that belongs beside one of them is told there and not again here. */
  claimed?: readonly string[]
  actions?: ReactNode
  /** Set where the next thing to do is, if an earlier task only waits for this one. */
  next?: true | undefined
  children?: ReactNode
}

/** One thing to do at a stop, with who must do it, whether it is done, and how that is known. */
export function TaskCard({ title, why, task, claimed, actions, next, children }: CardProps) {
  const headingId = useId()
  const heading = useRef<HTMLHeadingElement>(null)
  useGoal(task?.task, heading)
  return (
    <section
      className={styles.card}
      aria-labelledby={headingId}
      data-state={task?.state}
      data-task={task?.task}
      data-next={next}
    >
      <header className={styles.head}>
        <h2 id={headingId} ref={heading} tabIndex={-1}>
          <Words id={title} />
        </h2>
        {task && <TaskStatus task={task} />}
      </header>
      {why && <Words as="p" id={why} className={styles.why} />}
      <TaskHere value={task?.task ?? null}>
        {children && <div className={styles.body}>{children}</div>}
        {task && <TaskOutcome task={task} claimed={claimed} />}
      </TaskHere>
      {actions && <div className={styles.actions}>{actions}</div>}
      {task && <WhereButton task={task.task} />}
      {task && <AskOther task={task} />}
    </section>
  )
}

interface RowProps {
  title: WordId
  task: TaskShape
  why?: WordId | undefined
  claimed?: readonly string[]
  proof?: ProofDetail
  /** Each row has a guide of its own. */
  where?: true
  actions?: ReactNode
  children?: ReactNode
}

export function TaskRow({ title, task, why, claimed, proof, where, actions, children }: RowProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useGoal(task.task, heading)
  return (
    <li className={styles.row} data-state={task.state} data-task={task.task}>
      <div className={styles.head}>
        <h3 ref={heading} tabIndex={-1}>
          <Words id={title} />
        </h3>
        <TaskStatus task={task} />
      </div>
      {why && <Words as="p" id={why} className={styles.why} />}
      <TaskHere value={task.task}>
        {children}
        <TaskOutcome task={task} claimed={claimed} proof={proof} />
      </TaskHere>
      {actions && <div className={styles.actions}>{actions}</div>}
      {where && <WhereButton task={task.task} />}
      <AskOther task={task} />
    </li>
  )
}

export function TaskRows({ children }: { children: ReactNode }) {
  return <ul>{children}</ul>
}

interface OutcomeProps {
  task: TaskShape
  claimed?: readonly string[] | undefined
  proof?: ProofDetail | undefined
}

function TaskOutcome({ task, claimed, proof }: OutcomeProps) {
  const { problem, evidence, state } = task
  const addressTold = useAddressTold()
  const onTheSpot = useOnTheSpot()
  if (problem && state !== 'running' && !(problem.field && claimed?.includes(problem.field))) {
    if (addressTold && problem.code === 'address-refused') {
      return <Words as="p" id="refused-above" className={styles.above} />
    }
    return (
      <>
        <ProblemText problem={problem} turn="shown" />
        {onTheSpot(problem)}
      </>
    )
  }
  if (evidence && state === 'done') return <Proof evidence={evidence} detail={proof ?? 'short'} />
  return null
}
