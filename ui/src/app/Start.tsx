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

const Import = later(async () => (await import('../features/handover')).Import)
const PolicyFaults = later(async () => (await import('../features/settings')).PolicyFaults)
const Doctor = later(async () => (await import('../features/doctor')).Doctor)

/** No company is open: the welcome page, and the doctor for whoever has an error before anything else. */
export function Start({ app }: { app: AppSnapshot }) {
  const say = useSay()
  const { run, problem } = useAction()
  const [doctor, setDoctor] = useState<{ asked: Problem | null } | null>(null)
  const [taking, setTaking] = useState(false)
  if (!doctor && !taking) {
    return (
      <DoctorAtHand setup={null} onTask={null} onAsk={asked => setDoctor({ asked })}>
        <Welcome
          app={app}
          onDoctor={() => setDoctor({ asked: null })}
          onHandover={() => setTaking(true)}
          told={
            app.policy.faults.length > 0 && (
              <Suspense fallback={null}>
                <PolicyFaults policy={app.policy} />
              </Suspense>
            )
          }
        />
      </DoctorAtHand>
    )
  }
  const back = () => {
    setDoctor(null)
    setTaking(false)
  }
  const ask = taking ? (asked: Problem) => setDoctor({ asked }) : null
  return (
    <DoctorAtHand setup={null} onTask={null} onAsk={ask}>
      <div className={styles.window}>
        <header className={styles.bar}>
          <Button appearance="subtle" icon={<Icon name="back" />} onClick={back}>
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
            {doctor ? <Doctor company={null} asked={doctor.asked} /> : <Import onClose={back} />}
          </Suspense>
        </main>
      </div>
    </DoctorAtHand>
  )
}
