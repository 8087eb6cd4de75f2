import { Suspense, useCallback, useEffect, useState } from 'react'
import { type AppSnapshot, engine } from '../ipc'
import { AllowedProvider } from '../shared/lib'
import { Look } from '../shared/look'
import { ProblemText } from '../shared/parts'
import { foresee, LanguageOn, later, Words } from '../shared/words'
import { Announcer } from './Announcer'
import { AskNews } from './AskNews'
import styles from './app.module.css'
import { ClosingQuestion } from './ClosingQuestion'
import { Screen } from './Screen'
import { useSnapshots } from './snapshots'
import { useZoom } from './zoomKeys'

const KeepingBand = later(async () => (await import('../features/settings')).KeepingBand)
const Tour = later(async () => (await import('../features/tour')).Tour)

/** The system's language, until the engine has said which one was chosen. */
const systemLanguage = navigator.language.startsWith('zh') ? 'zh-HK' : 'en'
foresee(systemLanguage)

export function App() {
  const { app, setup, problem } = useSnapshots()
  const [asked, setAsked] = useState(false)
  const showTour = useCallback(() => setAsked(true), [])
  if (!app && !problem) return null
  // By itself at the very first start only, before there is anything to do.
  const touring = app && (asked || (!app.tourSeen && !app.practiceAsked && app.connections.length === 0))
  return (
    <Look theme={app?.theme ?? 'system'}>
      <LanguageOn tag={app?.language ?? systemLanguage}>
        <Announcer onTour={showTour}>
          <Zoom app={app} />
          {app && <AskNews app={app} />}
          <ClosingQuestion />
          <div className={styles.frame}>
            {app && (app.keeping.readOnly || app.keeping.rebuilt) && (
              <Suspense fallback={null}>
                <KeepingBand keeping={app.keeping} />
              </Suspense>
            )}
            <div className={styles.under}>
              {app ? (
                <AllowedProvider value={app.policy}>
                  <Screen app={app} setup={setup} />
                </AllowedProvider>
              ) : (
                problem && <Unusable problem={problem} />
              )}
            </div>
          </div>
          {/* The window waits for the tour that comes by itself: it must not come when somebody presses already. */}
          <Suspense fallback={null}>
            {touring && <Tour app={app} onEnd={() => setAsked(false)} />}
            <Ready />
          </Suspense>
        </Announcer>
      </LanguageOn>
    </Look>
  )
}

function Zoom({ app }: { app: AppSnapshot | null }) {
  useZoom(app)
  return null
}

/** The first screen stands: the shell may show the window, and is told when it has really been drawn. */
function Ready() {
  useEffect(() => {
    // A hidden window draws no frames, so it is shown first.
    void engine.windowShow().catch(() => undefined)
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => void engine.windowReady().catch(() => undefined))
    })
    return () => cancelAnimationFrame(frame)
  }, [])
  return null
}

/** The app's folder cannot be used: the one thing that keeps every screen away. */
function Unusable({ problem }: { problem: NonNullable<Parameters<typeof ProblemText>[0]['problem']> }) {
  return (
    <main className={styles.unusable}>
      <Words as="h1" id="welcome-brand" />
      <ProblemText problem={problem} />
    </main>
  )
}
