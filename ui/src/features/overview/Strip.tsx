import { useEffect, useRef } from 'react'
import { engine, type SetupSnapshot } from '../../ipc'
import { useAction, useDesk } from '../../shared/lib'
import { ProblemText, RegionName } from '../../shared/parts'
import { Spoken, useAgo, useSay, Words } from '../../shared/words'
import styles from './overview.module.css'

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
        <RegionName region={connection.region} />
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

function CheckedAt({ at }: { at: string | null }) {
  const ago = useAgo()
  if (!at) return <Words id="overview-never-checked" />
  const long = ago(at)
  return long ? <Words id="overview-checked" values={{ ago: long }} /> : <Words id="overview-checked-now" />
}
