import { type ReactNode, Suspense } from 'react'
import type { AppSnapshot, SetupSnapshot, Stop } from '../ipc'
import { AskProvider } from '../shared/lib'
import { later } from '../shared/words'
import styles from './app.module.css'
import { useAsking } from './asking'
import { PracticeBand } from './PracticeBand'
import { Rail } from './Rail'
import { TramLine } from './TramLine'
import type { View } from './views'

const Strip = later(async () => (await import('../features/overview')).OverviewStrip)

interface Props {
  app: AppSnapshot
  setup: SetupSnapshot
  view: View
  onView(view: View): void
  onStop(stop: Stop): void
  onHelp(): void
  children: ReactNode
}

export function Shell({ app, setup, view, onView, onStop, onHelp, children }: Props) {
  const asking = useAsking(setup.connection.id)
  return (
    <div className={styles.window}>
      {setup.connection.region === 'practice' && <PracticeBand />}
      {view === 'overview' && (
        <Suspense fallback={null}>
          <Strip setup={setup} />
        </Suspense>
      )}
      <div className={styles.body}>
        <Rail app={app} setup={setup} view={view} onView={onView} onHelp={onHelp} />
        <main className={styles.main}>
          {view === 'setup' && <TramLine setup={setup} onStop={onStop} />}
          <AskProvider value={asking}>{children}</AskProvider>
        </main>
      </div>
    </div>
  )
}
