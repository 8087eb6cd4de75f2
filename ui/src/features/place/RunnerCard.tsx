import type { HolderView } from '../../ipc'
import { Card, Sign } from '../../shared/parts'
import { useMoment, Words } from '../../shared/words'
import styles from './place.module.css'

/** One folder is one runner: this window, or another program that it stands by for. */
export function RunnerCard({ holder }: { holder: HolderView | null }) {
  const { fullMoment } = useMoment()
  return (
    <Card title="place-runner-title">
      <div className={styles.runner}>
        <Sign kind={holder ? 'waiting' : 'done'} />
        {holder ? (
          <Words
            as="p"
            id={`place-runner-${holder.program}`}
            values={{ host: holder.host, since: fullMoment(holder.since) }}
          />
        ) : (
          <Words as="p" id="place-runner-us" />
        )}
      </div>
    </Card>
  )
}
