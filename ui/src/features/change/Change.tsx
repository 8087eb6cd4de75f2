import { useEffect, useRef } from 'react'
import type { SetupSnapshot, Stop } from '../../ipc'
import { Words } from '../../shared/words'
import styles from './change.module.css'
import { RegionCard } from './RegionCard'
import { SecretCard } from './SecretCard'
import { UsesCard } from './UsesCard'

interface Props {
  setup: SetupSnapshot
  onStop(stop: Stop): void
}

/** Changing one thing of a set-up that works, without starting over: the secret, the uses, the region. */
export function Change({ setup, onStop }: Props) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <div className={styles.scroll}>
      <div className={styles.page}>
        <h1 ref={heading} tabIndex={-1}>
          <Words id="change-title" />
        </h1>
        <Words as="p" id="change-lead" className={styles.lead} />
        <SecretCard setup={setup} onStop={onStop} />
        <UsesCard setup={setup} onStop={onStop} />
        <RegionCard setup={setup} onStop={onStop} />
      </div>
    </div>
  )
}
