import { Button } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { type DoctorDesk, type ProblemShape, type RemedyShape, useDoctor, useTaskHere } from '../lib'
import { Icon } from '../look'
import { Spoken, useSay, type WordId, Words } from '../words'
import { CopyButton } from './CopyButton'
import { OpenButton } from './OpenButton'
import styles from './problem.module.css'

interface Props {
  problem: ProblemShape
  /** The problem in words: one screen may hold several of these rows. */
  what: string
  /** What the doctor has said already. */
  known?: RemedyShape | undefined
}

/** The doctor beside a problem: a button to where the remedy is done, a copy for IT, and the doctor's page. */
export function Remedy({ problem, what, known }: Props) {
  const say = useSay()
  const doctor = useDoctor()
  const asked = useRemedy(known ? null : doctor, problem)
  const remedy = known ?? asked
  if (!doctor || !remedy) return null
  const { ask, toTroubles } = doctor
  return (
    <div className={styles.acts}>
      <Way doctor={doctor} remedy={remedy} />
      <CopyButton
        name="doctor-copy-of"
        values={{ what }}
        shown="doctor-copy"
        text={known?.forIt ?? (async () => (await doctor.explain(problem)).forIt)}
      />
      {ask && (
        <Button
          size="small"
          appearance="subtle"
          icon={<Icon name="doctor" />}
          aria-label={say('doctor-ask-of', { what })}
          onClick={() => ask(problem)}
        >
          {say('doctor-ask')}
        </Button>
      )}
      {toTroubles && <OpenButton name="doctor-troubles" look="quiet" size="small" open={toTroubles} />}
    </div>
  )
}

/** What was typed is put right where it stands, and needs no doctor. */
export function needsDoctor({ field, server, who }: ProblemShape): boolean {
  return server !== null || field === null || who !== 'you'
}

function useRemedy(doctor: DoctorDesk | null, problem: ProblemShape): RemedyShape | null {
  const [remedy, setRemedy] = useState<RemedyShape | null>(null)
  const key = JSON.stringify(problem)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for the problem, which is new in each snapshot
  useEffect(() => {
    let current = true
    // The problem has its words without the doctor's; a doctor that cannot be asked adds nothing.
    doctor?.explain(problem).then(
      given => current && setRemedy(given),
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [doctor, key])
  return remedy
}

/** The button that leads to where the remedy is done, unless this is the place. */
function Way({ doctor: { lead }, remedy: { destination, place } }: { doctor: DoctorDesk; remedy: RemedyShape }) {
  const say = useSay()
  const here = useTaskHere()
  if (destination === 'nowhere') return null
  if (!lead) {
    return (
      place && (
        <p className={styles.place}>
          <Spoken text={place} />
        </p>
      )
    )
  }
  if (destination === 'network') {
    if (here === 'network') return null
    return (
      <Button size="small" icon={<Icon name="next" />} iconPosition="after" onClick={lead.toNetwork}>
        {say('doctor-go-network')}
      </Button>
    )
  }
  if ('link' in destination) {
    const { link } = destination
    return <OpenButton name="doctor-open" size="small" open={() => lead.toLink(link)} />
  }
  const { task } = destination
  if (task === here) return null
  return (
    <Button size="small" icon={<Icon name="next" />} iconPosition="after" onClick={() => lead.toTask(task)}>
      <Words id="doctor-go" values={{ task: say(`task-${task}` as WordId) }} />
    </Button>
  )
}
