import { CopyButton } from '../../shared/parts'
import { Spoken, type WordId, Words } from '../../shared/words'
import styles from './handover.module.css'

/** Where something lies now. */
export function Written({ id, path }: { id: WordId; path: string }) {
  return (
    <div className={styles.written}>
      <Words as="p" id={id} />
      <p className={styles.path}>
        <samp>
          <Spoken text={path} />
        </samp>
        <CopyButton look="sign" name="handover-copy-path" text={path} />
      </p>
    </div>
  )
}
