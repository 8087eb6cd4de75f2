import type { MessagePreview } from '../../../ipc'
import { CopyButton } from '../../../shared/parts'
import { Words } from '../../../shared/words'
import styles from './message.module.css'

/** Exactly what will leave: the address without its token, and the JSON, byte by byte. */
export function Data({ preview: { address, json } }: { preview: MessagePreview }) {
  return (
    <details className={styles.fold}>
      <Words as="summary" id="message-json" />
      <Words as="p" id="message-json-why" className={styles.small} />
      <p className={styles.address}>
        <code>POST {address}</code>
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reached by the keyboard */}
      <pre className={styles.json} tabIndex={0}>
        {json}
      </pre>
      <CopyButton name="message-json-copy" text={json} />
    </details>
  )
}

/** How much of DingTalk's limit is used: a bar that repeats the figures beside it. */
export function Weight({ preview: { bytes, limit } }: { preview: MessagePreview }) {
  const full = bytes > limit
  return (
    <div className={styles.weight} data-full={full || undefined}>
      <meter className={styles.meter} min={0} max={limit} value={Math.min(bytes, limit)} aria-hidden="true" />
      <Words id="message-size" values={{ bytes, limit }} />
    </div>
  )
}
