import type { Apart, ClockView, Span, ZoneView } from '../../ipc'
import { Sign, TaskCard } from '../../shared/parts'
import { Fix, type Say, useSay, type WordId, Words } from '../../shared/words'
import styles from './network.module.css'

interface Props {
  clock: ClockView | null
  zone: ZoneView
}

export function TimeCard({ clock, zone }: Props) {
  return (
    <TaskCard title="network-time-title">
      <ul className={styles.times}>
        <Clock clock={clock} />
        <Zone zone={zone} />
      </ul>
    </TaskCard>
  )
}

function length(say: Say, { unit, count }: Span): string {
  return say(`network-span-${unit}`, { count })
}

function apart(say: Say, { way, by }: Apart) {
  return { way, time: length(say, by) }
}

function Clock({ clock }: { clock: ClockView | null }) {
  const say = useSay()
  if (!clock) {
    return (
      <li>
        <Sign kind="waiting" />
        <Words as="p" id="network-clock-unknown" />
      </li>
    )
  }
  if (!clock.off) {
    return (
      <li>
        <Sign kind="done" />
        <Words as="p" id="network-clock-good" />
      </li>
    )
  }
  const word: WordId = clock.ahead < 0 ? 'network-clock-behind' : 'network-clock-ahead'
  return (
    <li>
      <Sign kind="problem" />
      <div>
        <Words as="p" id={word} values={{ time: length(say, clock.by) }} />
        <Fix of={word} className={styles.soft} />
      </div>
    </li>
  )
}

function Zone({ zone: { name, now, later } }: { zone: ZoneView }) {
  const say = useSay()
  const same = now.way === 'same' && !later
  return (
    <li>
      <Sign kind={same ? 'done' : 'unknown'} />
      <div>
        {same ? (
          <Words as="p" id="network-zone-same" values={{ zone: name }} />
        ) : (
          <Words as="p" id="network-zone-other" values={{ zone: name, ...apart(say, now) }} />
        )}
        {later && <Words as="p" id="network-zone-changes" className={styles.soft} values={apart(say, later)} />}
      </div>
    </li>
  )
}
