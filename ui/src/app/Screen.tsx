import { Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { Welcome } from '../features/welcome'
import { type AppSnapshot, engine, type Link, type SetupSnapshot } from '../ipc'
import { GuidesProvider } from '../shared/guide'
import { useDesk } from '../shared/lib'
import { useSay } from '../shared/words'
import { useTaskNews } from './news'
import { Shell } from './Shell'
import { useHelp } from './useHelp'
import { useShelf } from './useShelf'
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
  const { shelf, problem } = useShelf(setup)
  const onGuides = useCallback(() => setView('guides'), [])
  const { wanted, want, help } = useHelp(shelf, onGuides)
  const { id } = setup.connection
  const guides = useMemo(
    () => ({ shelf, problem, wanted, want, open: (link: string) => engine.linkOpen(id, link as Link) }),
    [shelf, problem, wanted, want, id],
  )
  const Page = views[view].page
  return (
    <GuidesProvider value={guides}>
      <Shell app={app} setup={setup} view={view} onView={setView} onStop={go} onHelp={help}>
        <Suspense fallback={null}>
          <Page app={app} setup={setup} onView={setView} onStop={go} />
        </Suspense>
      </Shell>
    </GuidesProvider>
  )
}
