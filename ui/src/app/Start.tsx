import { Button } from '@fluentui/react-components'
import { Suspense, useState } from 'react'
import { Welcome } from '../features/welcome'
import { type AppSnapshot, engine, type Problem } from '../ipc'
import { useAction } from '../shared/lib'
import { Icon } from '../shared/look'
import { LanguageChoice, ProblemText } from '../shared/parts'
import { later, useSay } from '../shared/words'
import styles from './app.module.css'
import { DoctorAtHand } from './DoctorAtHand'

const Doctor = later(async () => (await import('../features/doctor')).Doctor)

/** No company is open: the welcome page, and the doctor for whoever has an error before anything else. */
export function Start({ app }: { app: AppSnapshot }) {
  const say = useSay()
  const { run, problem } = useAction()
  const [doctor, setDoctor] = useState<{ asked: Problem | null } | null>(null)
  if (!doctor) {
    return (
      <DoctorAtHand setup={null} onTask={null} onAsk={asked => setDoctor({ asked })}>
        <Welcome app={app} onDoctor={() => setDoctor({ asked: null })} />
      </DoctorAtHand>
    )
  }
  return (
    <DoctorAtHand setup={null} onTask={null} onAsk={null}>
      <div className={styles.window}>
        <header className={styles.bar}>
          <Button appearance="subtle" icon={<Icon name="back" />} onClick={() => setDoctor(null)}>
            {say('doctor-back')}
          </Button>
          <LanguageChoice value={app.language} onChange={tag => void run(() => engine.chooseLanguage(tag))} />
        </header>
        {problem && (
          <div className={styles.told}>
            <ProblemText problem={problem} />
          </div>
        )}
        <main className={styles.main}>
          <Suspense fallback={null}>
            <Doctor company={null} asked={doctor.asked} />
          </Suspense>
        </main>
      </div>
    </DoctorAtHand>
  )
}
