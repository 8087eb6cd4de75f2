import { Suspense, useCallback, useEffect, useRef, useState } from 'react'
import { Welcome } from '../features/welcome'
import { type AppSnapshot, engine, type SetupSnapshot } from '../ipc'
import { useDesk } from '../shared/lib'
import { useSay } from '../shared/words'
import { useTaskNews } from './news'
import { Shell } from './Shell'
import { type View, views } from './views'

interface Props {
  app: AppSnapshot
  setup: SetupSnapshot | null
}

/** Which screen: the welcome page, or a page of the company that is open. */
export function Screen({ app, setup }: Props) {
  if (app.current && !setup) return null
  if (!setup) return <Welcome app={app} />
  return <Company key={setup.connection.id} app={app} setup={setup} />
}

function Company({ app, setup }: { app: AppSnapshot; setup: SetupSnapshot }) {
  const say = useSay()
  const { announce } = useDesk()
  const [view, setView] = useState<View>(setup.connection.settled ? 'overview' : 'setup')
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
  const Page = views[view].page
  return (
    <Shell app={app} setup={setup} view={view} onView={setView} onStop={go}>
      <Suspense fallback={null}>
        <Page app={app} setup={setup} onView={setView} onStop={go} />
      </Suspense>
    </Shell>
  )
}
