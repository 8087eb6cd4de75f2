import type { TaskShape } from '../lib'
import { useSay, type WordId, Words } from '../words'
import { Sign, type SignKind } from './Sign'
import styles from './task.module.css'

const stateWords: Record<SignKind, WordId> = {
  waiting: 'state-waiting',
  running: 'state-running',
  done: 'state-verified',
  said: 'state-said',
  problem: 'state-problem',
  unknown: 'state-unknown',
  asked: 'state-asked',
  attention: 'state-problem',
}

function signOf(task: TaskShape): SignKind {
  if (task.asked && task.state === 'waiting') return 'asked'
  return task.state === 'done' && task.evidence?.kind === 'said' ? 'said' : task.state
}

/** Who must do it: the one to blame for a failure, else the one it belongs to. */
export function whoOf(task: TaskShape): string {
  return task.problem?.who ?? task.who
}

export function Who({ who }: { who: string }) {
  const say = useSay()
  return (
    <span className={styles.who} data-who={who}>
      <span className="hidden-words">{say('state-turn')} </span>
      {say(`who-${who}`)}
    </span>
  )
}

export function TaskStatus({ task }: { task: TaskShape }) {
  const kind = signOf(task)
  return (
    <span className={styles.status}>
      {task.state !== 'done' && <Who who={whoOf(task)} />}
      <span className={styles.state} data-kind={kind}>
        <Sign kind={kind} />
        <Words id={stateWords[kind]} />
      </span>
    </span>
  )
}
