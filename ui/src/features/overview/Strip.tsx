import { useEffect, useRef, useState } from 'react'
import { engine, type SetupSnapshot } from '../../ipc'
import { useAction, useDesk } from '../../shared/lib'
import { ProblemText } from '../../shared/parts'
import { Spoken, useMoment, useSay, type WordId, Words } from '../../shared/words'
import styles from './overview.module.css'

const regionWords: Record<SetupSnapshot['connection']['region'], WordId> = {
  practice: 'rail-practice',
  com: 'rail-mainland',
  io: 'rail-international',
}

/** Across the top of Home: the state, whose, of which DingTalk, since when that is known, and the way to know it anew. */
export function OverviewStrip({ setup }: { setup: SetupSnapshot }) {
  const say = useSay()
  const { announce } = useDesk()
  const checking = useAction()
  const { connection, overview } = setup
  const busy = overview.checking !== null
  const state = say(`overview-state-${overview.standing}`)

  const wasBusy = useRef(busy)
  useEffect(() => {
    if (wasBusy.current && !busy) announce(say('overview-check-ended', { state }))
    wasBusy.current = busy
  }, [busy, state, announce, say])

  return (
    <section className={styles.strip} data-standing={overview.standing} aria-label={state}>
      <strong>{busy ? say('overview-state-checking') : state}</strong>
      <span className={styles.facts}>
        <Spoken text={connection.name || say('rail-unnamed')} />
        {' · '}
        <Words id={regionWords[connection.region]} />
        {' · '}
        <CheckedAt at={overview.checkedAt} />
      </span>
      {busy ? (
        <button type="button" onClick={() => void engine.setupCancel(connection.id).catch(() => undefined)}>
          <Words id="overview-check-stop" />
        </button>
      ) : (
        <button type="button" onClick={() => void checking.run(() => engine.overviewCheck(connection.id))}>
          <Words id="overview-check" />
        </button>
      )}
      {checking.problem && !busy && (
        <div className={styles.stripProblem}>
          <ProblemText problem={checking.problem} />
        </div>
      )}
    </section>
  )
}

/** Half a minute: what is told in minutes needs no closer look. */
const tick = 30_000

function CheckedAt({ at }: { at: string | null }) {
  const { ago } = useMoment()
  const [, again] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => again(count => count + 1), tick)
    return () => clearInterval(timer)
  }, [])
  if (!at) return <Words id="overview-never-checked" />
  const long = ago(at)
  return long ? <Words id="overview-checked" values={{ ago: long }} /> : <Words id="overview-checked-now" />
}
