import type { HolderView } from '../../ipc'
import { Sign } from '../../shared/parts'
import { Words } from '../../shared/words'
import styles from './overview.module.css'

/** Quietly: this window stands by for another program. */
export function LookedAfter({ holder: { program, host } }: { holder: HolderView }) {
  return (
    <div className={styles.lookedAfter} role="note">
      <Sign kind="waiting" />
      <Words as="p" id="overview-looked-after" values={{ program, host }} />
    </div>
  )
}
