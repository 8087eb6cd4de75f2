import { type ReactNode, useId } from 'react'
import type { TaskShape } from '../lib'
import { type WordId, Words } from '../words'
import { useAddressTold } from './AddressTold'
import { AskOther } from './AskOther'
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
  const heading = useId()
  return (
    <section className={styles.card} aria-labelledby={heading} data-state={task?.state} data-next={next}>
      <header className={styles.head}>
        <h2 id={heading}>
          <Words id={title} />
        </h2>
        {task && <TaskStatus task={task} />}
      </header>
      {why && <Words as="p" id={why} className={styles.why} />}
      {children && <div className={styles.body}>{children}</div>}
      {task && <TaskOutcome task={task} claimed={claimed} />}
      {actions && <div className={styles.actions}>{actions}</div>}
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
  actions?: ReactNode
  children?: ReactNode
}

export function TaskRow({ title, task, why, claimed, proof, actions, children }: RowProps) {
  return (
    <li className={styles.row} data-state={task.state}>
      <div className={styles.head}>
        <Words as="h3" id={title} />
        <TaskStatus task={task} />
      </div>
      {why && <Words as="p" id={why} className={styles.why} />}
      {children}
      <TaskOutcome task={task} claimed={claimed} proof={proof} />
      {actions && <div className={styles.actions}>{actions}</div>}
      <AskOther task={task} />
    </li>
  )
}

export function TaskRows({ children }: { children: ReactNode }) {
  return <ul className={styles.rows}>{children}</ul>
}

interface OutcomeProps {
  task: TaskShape
  claimed?: readonly string[] | undefined
  proof?: ProofDetail | undefined
}

function TaskOutcome({ task, claimed, proof }: OutcomeProps) {
  const { problem, evidence, state } = task
  const addressTold = useAddressTold()
  if (problem && state !== 'running' && !(problem.field && claimed?.includes(problem.field))) {
    if (addressTold && problem.code === 'address-refused') {
      return <Words as="p" id="refused-above" className={styles.above} />
    }
    return <ProblemText problem={problem} turn="shown" />
  }
  if (evidence && state === 'done') return <Proof evidence={evidence} detail={proof ?? 'short'} />
  return null
}
