import { useEffect, useRef } from 'react'
import type { AppSnapshot, UpdateHabit, UpdateSnapshot } from '../../ipc'
import { DoctorProvider, useDesk, useDoctor } from '../../shared/lib'
import { Card, ChooseOne, type Option, ProblemText } from '../../shared/parts'
import { useMoment, useSay, Words } from '../../shared/words'
import { stageWords, UpdateStage } from './UpdateStage'
import styles from './update.module.css'
import { useUpdate } from './useUpdate'

const habits: readonly Option<UpdateHabit>[] = [
  { value: 'by-hand', label: 'update-habit-by-hand', why: 'update-habit-by-hand-why' },
  { value: 'look', label: 'update-habit-look', why: 'update-habit-look-why' },
  { value: 'install', label: 'update-habit-install', why: 'update-habit-install-why' },
]

/** Which version this is, whether there is a newer one, and what is done about it. */
export function UpdateCard({ app }: { app: AppSnapshot }) {
  const { update, act, halt, choose, busy, problem } = useUpdate()
  useNews(update)
  return (
    <Card title="update-title" why="update-why">
      {update && (
        <>
          <Standing update={update} />
          {update.origin === 'none' ? (
            <Words as="p" id="update-origin-none" />
          ) : (
            <>
              {update.origin === 'off' && <Words as="p" id="update-origin-off" className={styles.fixed} />}
              <UpdateStage update={update} language={app.language} busy={busy} act={act} halt={halt} />
              {update.problem && <Refused problem={update.problem} />}
              <ChooseOne
                legend="update-habit"
                options={habits}
                value={update.habit}
                columns={3}
                onChange={choose}
                shut={update.origin === 'off' ? habits.map(({ value }) => value) : []}
                shutWhy="policy-fixed"
              />
            </>
          )}
        </>
      )}
      {problem && <ProblemText problem={problem} />}
    </Card>
  )
}

/** No trouble that was switched on for practice is behind it. */
function Refused({ problem }: { problem: NonNullable<UpdateSnapshot['problem']> }) {
  const doctor = useDoctor()
  return (
    <div className={styles.refused}>
      <DoctorProvider value={doctor && { ...doctor, toTroubles: null }}>
        <ProblemText problem={problem} />
      </DoctorProvider>
    </div>
  )
}

function Standing({ update }: { update: UpdateSnapshot }) {
  const say = useSay()
  const { fullMoment } = useMoment()
  const asks = update.origin === 'maker' || update.origin === 'it'
  return (
    <p className={styles.standing}>
      <Words id="update-version" values={{ version: update.version }} />
      {say('sentence-gap')}
      {asks && (
        <>
          {update.lookedAt ? (
            <Words id="update-looked" values={{ at: fullMoment(update.lookedAt) }} />
          ) : (
            <Words id="update-looked-never" />
          )}
          {say('sentence-gap')}
          <Words id="update-host" values={{ host: update.host }} />
        </>
      )}
    </p>
  )
}

/** What changes while the page is open is said; what stood there when it opened is no news. */
function useNews(update: UpdateSnapshot | null) {
  const say = useSay()
  const { date } = useMoment()
  const { announce } = useDesk()
  const heard = useRef<string | null>(null)
  const words = update && stageWords(update, date)
  const news = words && say(words.id, words.values)
  const stage = update && `${update.stage} ${update.waitsFor}`
  useEffect(() => {
    if (!stage || stage === heard.current) return
    const first = heard.current === null
    heard.current = stage
    if (!first && news) announce(news)
  }, [stage, news, announce])
}
