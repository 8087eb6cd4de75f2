import type { SetupSnapshot, Stop } from '../ipc'
import { Icon } from '../shared/look'
import { useSay, Words } from '../shared/words'
import styles from './line.module.css'

interface Props {
  setup: SetupSnapshot
  onStop(stop: Stop): void
}

/** The five stops as a tram line: done ones filled, the present one ringed, each a way back. */
export function TramLine({ setup, onStop }: Props) {
  const say = useSay()
  const { stops, here } = setup
  const at = stops.findIndex(({ stop }) => stop === here)
  return (
    <nav className={styles.line} aria-label={say('line-label')}>
      <div className={styles.track} aria-hidden="true">
        <div className={styles.filled} style={{ width: `${(at / Math.max(stops.length - 1, 1)) * 100}%` }} />
      </div>
      <ol>
        {stops.map(({ stop, done }, index) => (
          <li key={stop}>
            <button
              type="button"
              data-done={done}
              aria-current={stop === here ? 'step' : undefined}
              onClick={() => onStop(stop)}
            >
              <span className={styles.dot} aria-hidden="true">
                {done ? <Icon name="check" size={14} /> : index + 1}
              </span>
              <Words id={`stop-${stop}`} />
              {done && <span className="hidden-words">{say('line-done')}</span>}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
