import { useEffect, useRef } from 'react'
import type { SetupSnapshot } from '../../ipc'
import { Words } from '../../shared/words'
import styles from './network.module.css'
import { ProxyCard } from './ProxyCard'
import { TestCard } from './TestCard'
import { TimeCard } from './TimeCard'
import { useNetwork } from './useNetwork'

interface Props {
  setup: SetupSnapshot
}

/** The way from this computer to DingTalk: which hosts get through, by which proxy, and whether the clocks agree. */
export function Network({ setup }: Props) {
  const { id } = setup.connection
  const { network, read } = useNetwork(id)
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  return (
    <div className={styles.scroll}>
      <div className={styles.page}>
        <h1 ref={heading} tabIndex={-1}>
          <Words id="network-title" />
        </h1>
        <Words as="p" id="network-lead" className={styles.lead} />
        {network && (
          <>
            <TestCard id={id} test={network.test} practice={setup.connection.region === 'practice'} onDone={read} />
            <TimeCard clock={network.test.clock} zone={network.zone} />
            <ProxyCard saved={network.proxy} onSaved={read} />
          </>
        )}
      </div>
    </div>
  )
}
