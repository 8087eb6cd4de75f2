import type { ReactNode } from 'react'
import { Scene, type SceneName } from '../look'
import { type Values, type WordId, Words } from '../words'
import styles from './page.module.css'

interface Props {
  scene: SceneName
  title: WordId
  /** What would stand here, and what brings it. */
  why?: WordId
  values?: Values
  /** The way on: an empty place is no dead end. */
  children?: ReactNode
}

/** Where nothing is yet: a drawing, what would stand here, and the way on. */
export function EmptyState({ scene, title, why, values, children }: Props) {
  return (
    <div className={styles.empty}>
      <Scene name={scene} />
      <Words as="h2" id={title} values={values} />
      {why && <Words as="p" id={why} values={values} />}
      {children && <div className={styles.emptyActions}>{children}</div>}
    </div>
  )
}
