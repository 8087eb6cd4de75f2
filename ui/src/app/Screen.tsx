import { Suspense, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { type AppSnapshot, engine, type Link, type Problem, type SetupSnapshot, type Task } from '../ipc'
import { GuidesProvider } from '../shared/guide'
import { type Goal, GoalProvider, useDesk } from '../shared/lib'
import { OnTheSpotProvider } from '../shared/parts'
import { useSay } from '../shared/words'
import { DoctorAtHand } from './DoctorAtHand'
import { useTaskNews } from './news'
import { Shell } from './Shell'
import { Start } from './Start'
import { useHelp } from './useHelp'
import { useOnTheSpot } from './useOnTheSpot'
import { useShelf } from './useShelf'
import { useWanted } from './useWanted'
import { type View, views } from './views'

interface Props {
  app: AppSnapshot
  setup: SetupSnapshot | null
}

/** Which screen: the welcome page, or a page of the company that is open. */
export function Screen({ app, setup }: Props) {
  if (app.current && !setup) return null
  if (!setup) return <Start app={app} />
  return <Company key={setup.connection.id} app={app} setup={setup} />
}

function Company({ app, setup: kept }: { app: AppSnapshot; setup: SetupSnapshot }) {
  const [strayed, setStrayed] = useState<SetupSnapshot['here'] | null>(null)
  const setup = useMemo(() => (strayed ? { ...kept, here: strayed } : kept), [kept, strayed])
  const say = useSay()
  const { announce } = useDesk()
  const [view, setView] = useState<View>(setup.connection.settled ? 'overview' : 'setup')
  const [asked, setAsked] = useState<Problem | null>(null)
  const [wanted, setWanted] = useState<Task | null>(null)
  useTaskNews(setup)

  const accepted = useRef(setup.refused === null)
  useEffect(() => {
    if (setup.refused === null && !accepted.current) announce(say('refused-gone'))
    accepted.current = setup.refused === null
  }, [setup.refused, announce, say])

  const goal: Goal = useMemo(() => ({ task: wanted, reached: () => setWanted(null) }), [wanted])
  const show = useCallback((next: View) => {
    setAsked(null)
    setWanted(null)
    setView(next)
  }, [])
  const { id } = setup.connection
  const go = useCallback(
    (stop: SetupSnapshot['here']) => {
      show('setup')
      // A file that is opened for reading alone keeps no place, and every stop can be looked at all the same.
      engine.setupGo(id, stop).then(
        () => setStrayed(null),
        () => setStrayed(stop),
      )
    },
    [id, show],
  )
  const stops = useRef(setup.stops)
  stops.current = setup.stops
  const toTask = useCallback(
    (task: Task) => {
      const found = stops.current.find(({ tasks }) => tasks.some(one => one.task === task))
      if (!found) return
      go(found.stop)
      setWanted(task)
    },
    [go],
  )
  const ask = useCallback((problem: Problem) => {
    setAsked(problem)
    setView('doctor')
  }, [])
  const onTheSpot = useOnTheSpot(setup)
  const { shelf, problem } = useShelf(setup)
  const onGuides = useCallback(() => show('guides'), [show])
  const onNetwork = useCallback(() => show('network'), [show])
  const onReminders = useCallback(() => show('reminders'), [show])
  useWanted(id, toTask, onReminders)
  const { guide, want, help, forget } = useHelp(shelf, onGuides)
  // Whoever opens the guides by the menu wants all of them.
  const choose = useCallback(
    (next: View) => {
      forget()
      show(next)
    },
    [forget, show],
  )
  const guides = useMemo(
    () => ({ shelf, problem, wanted: guide, want, open: (link: string) => engine.linkOpen(id, link as Link) }),
    [shelf, problem, guide, want, id],
  )
  const Page = views[view].page
  return (
    <DoctorAtHand setup={setup} onTask={toTask} onNetwork={onNetwork} onAsk={view === 'doctor' ? null : ask}>
      <GoalProvider value={goal}>
        <GuidesProvider value={guides}>
          <Shell app={app} setup={setup} view={view} onView={choose} onStop={go} onHelp={help}>
            <OnTheSpotProvider value={onTheSpot}>
              <Suspense fallback={null}>
                <Page app={app} setup={setup} asked={asked} onView={show} onStop={go} onTask={toTask} />
              </Suspense>
            </OnTheSpotProvider>
          </Shell>
        </GuidesProvider>
      </GoalProvider>
    </DoctorAtHand>
  )
}
