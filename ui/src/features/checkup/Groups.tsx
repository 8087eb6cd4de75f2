import type { CheckLine, CheckupSnapshot, ConnectionId, Task } from '../../ipc'
import { TaskCard } from '../../shared/parts'
import type { WordId } from '../../shared/words'
import { CheckRow } from './CheckRow'
import styles from './checkup.module.css'
import { needsSomebody } from './states'

interface Props {
  id: ConnectionId
  checkup: CheckupSnapshot
  onTask(task: Task): void
  onNetwork(): void
}

const groups: readonly { title: WordId; holds(line: CheckLine): boolean }[] = [
  { title: 'checkup-group-needs', holds: ({ found }) => found !== null && needsSomebody(found.state) },
  { title: 'checkup-group-untold', holds: ({ found }) => found?.state === 'cannot-tell' },
  { title: 'checkup-group-fine', holds: ({ found }) => found?.state === 'fine' },
  { title: 'checkup-group-not-yet', holds: ({ found }) => found === null },
]

/** What needs somebody first, what could not be told, and what is fine. */
export function Groups({ id, checkup, ...ways }: Props) {
  if (!checkup.checks.some(({ found, waiting }) => found !== null || waiting)) return null
  return groups.map(({ title, holds }) => {
    const lines = checkup.checks.filter(holds)
    if (lines.length === 0) return null
    return (
      <TaskCard key={title} title={title}>
        <ul className={styles.rows}>
          {lines.map(line => (
            <CheckRow key={line.id} id={id} line={line} {...ways} />
          ))}
        </ul>
      </TaskCard>
    )
  })
}
