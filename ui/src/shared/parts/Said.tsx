import { Checkbox } from '@fluentui/react-components'
import type { TaskShape } from '../lib'
import { type WordId, Words } from '../words'
import styles from './task.module.css'

interface Props {
  task: TaskShape
  label: WordId
  say(): void
  unsay(): void
}

/** What no call of DingTalk's can tell: a person says it is done, and may take it back. */
export function Said({ task, label, say, unsay }: Props) {
  return (
    <Checkbox
      className={styles.said ?? ''}
      checked={task.state === 'done'}
      onChange={(_, { checked }) => (checked === true ? say() : unsay())}
      label={<Words id={label} />}
    />
  )
}
