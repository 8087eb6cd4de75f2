import { lazy, Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { Welcome } from '../features/welcome'
import { type AppSnapshot, engine, type SetupSnapshot } from '../ipc'
import { useDesk } from '../shared/lib'
import { useSay } from '../shared/words'
import { useTaskNews } from './news'
import { Shell, type View } from './Shell'
import { StopScreen } from './StopScreen'

const Doctor = lazy(() => import('../features/doctor').then(({ Doctor }) => ({ default: Doctor })))
const Finish = lazy(() => import('../features/finish').then(({ Finish }) => ({ default: Finish })))

interface Props {
  app: AppSnapshot
  setup: SetupSnapshot | null
}

/** Which screen: the welcome page, a stop, or what was verified. */
export function Screen({ app, setup }: Props) {
  if (app.current && !setup) return null
  if (!setup) return <Welcome app={app} />
  return <Company key={setup.connection.id} app={app} setup={setup} />
}

function Company({ app, setup }: { app: AppSnapshot; setup: SetupSnapshot }) {
  const say = useSay()
  const { announce } = useDesk()
  const [view, setView] = useState<View>('setup')
  useTaskNews(setup)

  const accepted = useRef(setup.refused === null)
  useEffect(() => {
    if (setup.refused === null && !accepted.current) announce(say('refused-gone'))
    accepted.current = setup.refused === null
  }, [setup.refused, announce, say])

  const go = useCallback(
    (stop: SetupSnapshot['here']) => {
      setView('setup')
      void engine.setupGo(setup.connection.id, stop).catch(() => undefined)
    },
    [setup.connection.id],
  )
  return (
    <Shell app={app} setup={setup} view={view} onView={setView} onStop={go}>
      <Suspense fallback={null}>
        {view === 'doctor' && <Doctor setup={setup} onStop={go} />}
        {view === 'finish' && <Finish setup={setup} onSetup={() => setView('setup')} />}
        {view === 'setup' && <StopScreen setup={setup} onStop={go} onFinish={() => setView('finish')} />}
      </Suspense>
    </Shell>
  )
}
