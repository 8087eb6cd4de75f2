import { useEffect, useState } from 'react'
import { engine, type PointView, type SetupSnapshot } from '../../ipc'
import { useAction } from '../../shared/lib'
import { CopyButton, ProblemText, Sign, TaskCard, TextField } from '../../shared/parts'
import { useSay, type WordId, Words } from '../../shared/words'
import { byArea, find, type Shown } from './find'
import { PointChips, PointFacts, PointName, standingOf } from './PointParts'
import styles from './permissions.module.css'
import { pointWord } from './pointWord'

const filters: [Shown, WordId][] = [
  ['all', 'permissions-show-all'],
  ['high', 'risk-high'],
  ['medium', 'risk-medium'],
  ['low', 'risk-low'],
]

/** Everything that DingTalk can grant, folded away until somebody wants to look something up. */
export function Catalogue({ setup }: { setup: SetupSnapshot }) {
  const [open, setOpen] = useState(false)
  const { id } = setup.connection
  const { run, problem } = useAction()
  const [points, setPoints] = useState<readonly PointView[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is known of the points changes with the permissions
  useEffect(() => {
    if (open) void run(async () => setPoints(await engine.pointsAll(id)))
  }, [open, id, run, setup.permissions])
  return (
    <TaskCard title="permissions-catalogue" why="permissions-catalogue-why">
      <details className={styles.catalogue} onToggle={event => setOpen(event.currentTarget.open)}>
        <summary>
          <Words id="permissions-catalogue-open" />
        </summary>
        {problem && <ProblemText problem={problem} />}
        {open && points.length > 0 && <Found points={points} />}
      </details>
    </TaskCard>
  )
}

function Found({ points }: { points: readonly PointView[] }) {
  const say = useSay()
  const [text, setText] = useState('')
  const [shown, setShown] = useState<Shown>('all')
  const found = find(points, { text, shown }, code => say(pointWord(code)))
  return (
    <>
      <TextField label="permissions-search" value={text} onChange={setText} />
      {/* biome-ignore lint/a11y/useSemanticElements: these are buttons, not the fields of a form */}
      <div role="group" aria-label={say('permissions-show')} className={styles.filters}>
        {filters.map(([filter, name]) => (
          <button key={filter} type="button" aria-pressed={filter === shown} onClick={() => setShown(filter)}>
            <Words id={name} />
          </button>
        ))}
        <p role="status">
          <Words id="permissions-found" values={{ count: found.length, all: points.length }} />
        </p>
      </div>
      {byArea(found).map(([area, group]) => (
        <section key={area} className={styles.area} aria-labelledby={`area-${area}`}>
          <h3 id={`area-${area}`}>
            <Words id={`area-${area}`} />
          </h3>
          {group.map(point => (
            <Entry key={point.code} point={point} />
          ))}
        </section>
      ))}
    </>
  )
}

function Entry({ point }: { point: PointView }) {
  const { code, consoleName, state, purposes } = point
  const { sign, word } = standingOf(point)
  const told = state !== 'not-checked' || purposes.length > 0
  return (
    <details className={styles.entry}>
      <summary>
        <span className={styles.name}>
          <PointName point={point} />
          {consoleName && <code>{code}</code>}
          <PointChips point={point} />
        </span>
        {told && (
          <span className={styles.state}>
            <Sign kind={sign} />
            <Words id={word} />
          </span>
        )}
      </summary>
      <Words as="p" id={pointWord(code)} className={styles.why} />
      <PointFacts point={point} />
      <CopyButton name="permissions-copy" values={{ code }} text={code} />
    </details>
  )
}
