import { Spinner } from '@fluentui/react-components'
import type { TaskStateShape } from '../lib'
import { Icon } from '../look'
import styles from './task.module.css'

/** `attention` asks for somebody; `problem` stands beside the very thing that is wrong. */
export type SignKind = TaskStateShape | 'said' | 'unknown' | 'asked' | 'attention'

/** The sign of a state; the word stands beside it, never the colour alone. */
export function Sign({ kind }: { kind: SignKind }) {
  if (kind === 'running') return <Spinner size="tiny" aria-hidden="true" className={styles.spinner} />
  return (
    <span className={styles.sign} data-kind={kind} aria-hidden="true">
      <SignDrawing kind={kind} />
    </span>
  )
}

function SignDrawing({ kind }: { kind: Exclude<SignKind, 'running'> }) {
  switch (kind) {
    case 'done':
    case 'said':
      return <Icon name="check" size={13} />
    case 'problem':
    case 'attention':
      return '!'
    case 'asked':
      return <Icon name="dots" size={12} />
    case 'unknown':
      return '?'
    case 'waiting':
      return null
  }
}
