import type { ReactNode } from 'react'
import { ConsoleDrawing, type ConsolePlace } from '../look'
import { type WordId, Words } from '../words'
import styles from './stop.module.css'

interface Props {
  /** The way through the console's menus, in its own words. */
  path: WordId
  place: ConsolePlace
  lines?: readonly WordId[]
  children?: ReactNode
}

/** "Where do I find it?" Beside the page, or under it on a narrow window. */
export function Helper({ path, place, lines = [], children }: Props) {
  return (
    <>
      <Words as="h2" id="helper-title" />
      <Words as="p" id={path} className={styles.path} />
      <ConsoleDrawing place={place} />
      {children && <div className={styles.helperActions}>{children}</div>}
      {lines.length > 0 && (
        <div className={styles.helperLines}>
          {lines.map(line => (
            <Words as="p" key={line} id={line} />
          ))}
        </div>
      )}
    </>
  )
}
