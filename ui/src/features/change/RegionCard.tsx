import { Button, Spinner } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { type AsideView, engine, type RegionChoice, type RegionMove, type SetupSnapshot, type Stop } from '../../ipc'
import { useAction, useAllowed, useKeepsFocus } from '../../shared/lib'
import { Answered, ChooseOne, type Option, ProblemText, TaskCard } from '../../shared/parts'
import { useMoment, useSay, type WordId, Words } from '../../shared/words'
import styles from './change.module.css'

const regions: Option<RegionChoice>[] = [
  { value: 'com', label: 'region-com' },
  { value: 'io', label: 'region-io' },
]

interface Props {
  setup: SetupSnapshot
  onStop(stop: Stop): void
}

/** The other DingTalk: what must be done again is told first, and what was proved of the old one is set aside. */
export function RegionCard({ setup, onStop }: Props) {
  const say = useSay()
  const { id, region } = setup.connection
  const now: RegionChoice = region === 'practice' ? (setup.register.region ?? 'com') : region
  const [chosen, setChosen] = useState<RegionChoice>(now)
  const [preview, setPreview] = useState<RegionMove | null>(null)
  const { busy, problem, run, forget } = useAction()
  const allowed = useAllowed().regions
  const moving = chosen !== now
  const choice = useKeepsFocus<HTMLDivElement>(moving)
  // What comes late tells of another region than the one that is chosen by then.
  const told = moving && preview?.to === chosen ? preview : null
  const choose = (to: RegionChoice) => {
    setChosen(to)
    setPreview(null)
    forget()
    if (to !== now) void run(async () => setPreview(await engine.regionPreview(id, to)))
  }
  const move = async () => {
    if (await run(() => engine.regionMove(id, chosen))) onStop('register')
  }
  return (
    <TaskCard
      title="change-region"
      why="change-region-why"
      actions={
        told && (
          <>
            <Button
              appearance="primary"
              disabledFocusable={busy}
              icon={busy ? <Spinner size="tiny" aria-hidden="true" /> : null}
              onClick={() => void move()}
            >
              {say('change-region-move', { region: say(`region-${told.to}`) })}
            </Button>
            <Button onClick={() => choose(now)}>{say('change-leave')}</Button>
          </>
        )
      }
    >
      <div ref={choice}>
        <ChooseOne
          legend="field-region"
          quiet="legend"
          columns={2}
          options={regions}
          value={chosen}
          onChange={choose}
          shut={regions.map(({ value }) => value).filter(value => value !== now && !allowed.includes(value))}
          shutWhy="policy-fixed-region"
        />
      </div>
      {told && <Told told={told} />}
      {problem && moving && <ProblemText problem={problem} />}
      <Aside setup={setup} />
    </TaskCard>
  )
}

function Told({ told: { redo, keep, robots, secretKept } }: { told: RegionMove }) {
  return (
    <div className={styles.told} role="status">
      <Words as="p" id="change-region-another" />
      <div className={styles.shift}>
        <TaskNames title="change-region-redo" tasks={redo} />
        <TaskNames title="change-region-keep" tasks={keep} />
      </div>
      <ul>
        {secretKept && <Words as="li" id="change-region-secret" />}
        {robots > 0 && <Words as="li" id="change-region-robots" values={{ count: robots }} />}
        <Words as="li" id="change-region-aside" />
      </ul>
    </div>
  )
}

function TaskNames({ title, tasks }: { title: WordId; tasks: RegionMove['redo'] }) {
  return (
    <section>
      <h3>
        <Words id={title} values={{ count: tasks.length }} />
      </h3>
      <ul>
        {tasks.map(task => (
          <Words as="li" key={task} id={`task-${task}`} />
        ))}
      </ul>
    </section>
  )
}

/** What earlier moves set aside: nothing of it was deleted. */
function Aside({ setup }: { setup: SetupSnapshot }) {
  const { fullMoment } = useMoment()
  const { id } = setup.connection
  const [aside, setAside] = useState<readonly AsideView[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a move changes the set-up
  useEffect(() => {
    let current = true
    engine.evidenceAside(id).then(
      found => current && setAside(found),
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [id, setup.stops])
  if (aside.length === 0) return null
  return (
    <details className={styles.aside}>
      <summary>
        <Words id="change-aside" values={{ count: aside.length }} />
      </summary>
      <ul>
        {aside.map(({ task, region, evidence, asideAt }) => (
          <li key={`${asideAt} ${task}`}>
            <Words as="strong" id={`task-${task}`} /> <Answered answer={evidence.answer} />{' '}
            <Words
              className={styles.hint}
              id={region === 'com' ? 'change-aside-com' : 'change-aside-io'}
              values={{ at: fullMoment(evidence.at), aside: fullMoment(asideAt) }}
            />
          </li>
        ))}
      </ul>
    </details>
  )
}
