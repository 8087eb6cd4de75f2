import { type AppSnapshot, events, type SetupSnapshot } from '../generated/bindings'

type Watcher<T> = (snapshot: T) => void

const appWatchers = new Set<Watcher<AppSnapshot>>()
const setupWatchers = new Set<Watcher<SetupSnapshot>>()

/** A command's answer is as good as an event: whichever comes first is drawn. */
export async function publishApp(answer: Promise<AppSnapshot>): Promise<AppSnapshot> {
  const snapshot = await answer
  for (const watcher of appWatchers) watcher(snapshot)
  return snapshot
}

export async function publishSetup(answer: Promise<SetupSnapshot>): Promise<SetupSnapshot> {
  const snapshot = await answer
  for (const watcher of setupWatchers) watcher(snapshot)
  return snapshot
}

export interface Watch {
  app: Watcher<AppSnapshot>
  setup: Watcher<SetupSnapshot>
}

/** Draws every snapshot from now on; done once the engine's events are really heard. */
export async function watch({ app, setup }: Watch): Promise<() => void> {
  appWatchers.add(app)
  setupWatchers.add(setup)
  const ears = await Promise.all([
    events.appChanged.listen(({ payload }) => app(payload)),
    events.setupChanged.listen(({ payload }) => setup(payload)),
  ])
  return () => {
    appWatchers.delete(app)
    setupWatchers.delete(setup)
    for (const unlisten of ears) unlisten()
  }
}
