import {
  type AppSnapshot,
  events,
  type NetworkSnapshot,
  type SetupSnapshot,
  type UpdateSnapshot,
} from '../generated/bindings'

type Watcher<T> = (snapshot: T) => void

const appWatchers = new Set<Watcher<AppSnapshot>>()
const setupWatchers = new Set<Watcher<SetupSnapshot>>()

/** A command's answer is as good as an event: whichever comes first is drawn. */
export async function publishApp(answer: Promise<AppSnapshot>): Promise<AppSnapshot> {
  const snapshot = await answer
  for (const watcher of appWatchers) watcher(snapshot)
  return snapshot
}

/** How many commands that bring a set-up were begun. */
let begun = 0

export async function publishSetup(answer: Promise<SetupSnapshot>): Promise<SetupSnapshot> {
  begun += 1
  const snapshot = await answer
  draw(snapshot)
  return snapshot
}

/** A draft's answer is older news than that of any command begun after it: it must not move the page back. */
export async function publishDraft(answer: Promise<SetupSnapshot>): Promise<SetupSnapshot> {
  begun += 1
  const mine = begun
  const snapshot = await answer
  if (mine === begun) draw(snapshot)
  return snapshot
}

function draw(snapshot: SetupSnapshot) {
  for (const watcher of setupWatchers) watcher(snapshot)
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

/** The network page's snapshots, while it is open. */
export function watchNetwork(watcher: Watcher<NetworkSnapshot>): Promise<() => void> {
  return events.networkChanged.listen(({ payload }) => watcher(payload))
}

/** New versions, while their card is open. */
export function watchUpdate(watcher: Watcher<UpdateSnapshot>): Promise<() => void> {
  return events.updateChanged.listen(({ payload }) => watcher(payload))
}

/** Somebody pressed outside the window: what is wanted waits to be taken. */
export function watchCalls(watcher: () => void): Promise<() => void> {
  return events.called.listen(() => watcher())
}

/** The window was to be closed, and nobody has said what that means. */
export function watchClosing(watcher: () => void): Promise<() => void> {
  return events.closingAsked.listen(() => watcher())
}
