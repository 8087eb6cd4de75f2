import { Button } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { engine, type PointView, type Purpose, type PurposeShift, type SetupSnapshot, type Stop } from '../../ipc'
import { fieldProblem, type ProblemShape, pageProblem, problemOf, useAction, useKeepsFocus } from '../../shared/lib'
import { ChooseMany, ProblemText, purposes, TaskCard } from '../../shared/parts'
import { useSay, type WordId, Words } from '../../shared/words'
import styles from './change.module.css'

interface Props {
  setup: SetupSnapshot
  onStop(stop: Stop): void
}

/** Other uses: what must be asked for then, and what may be taken away, before anything changes. */
export function UsesCard({ setup, onStop }: Props) {
  const say = useSay()
  const { id } = setup.connection
  const now = setup.permissions.purposes
  const [chosen, setChosen] = useState<readonly Purpose[]>(now)
  const [shift, setShift] = useState<PurposeShift | null>(null)
  const [untold, setUntold] = useState<ProblemShape | null>(null)
  const saving = useAction()
  const other = pageProblem(['purpose'], saving.problem, untold)
  const same = chosen.length === now.length && chosen.every(purpose => now.includes(purpose))
  const key = chosen.join()
  const choice = useKeepsFocus<HTMLDivElement>(same)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for what is chosen
  useEffect(() => {
    let current = true
    setUntold(null)
    const answer = same ? Promise.resolve(null) : engine.purposePreview(id, [...chosen])
    answer.then(
      found => current && setShift(found),
      error => current && setUntold(problemOf(error)),
    )
    return () => {
      current = false
    }
  }, [id, key, same, setup.permissions])
  const save = async () => {
    if (await saving.run(() => engine.purposeChoose(id, [...chosen]))) onStop('permissions')
  }
  return (
    <TaskCard
      title="change-uses"
      why="change-uses-why"
      actions={
        !same && (
          <>
            <Button appearance="primary" disabledFocusable={saving.busy} onClick={() => void save()}>
              {say('change-uses-save')}
            </Button>
            <Button onClick={() => setChosen(now)}>{say('change-leave')}</Button>
          </>
        )
      }
    >
      <div ref={choice}>
        <ChooseMany
          legend="field-purpose"
          options={purposes}
          values={chosen}
          onChange={setChosen}
          problem={fieldProblem('purpose', saving.problem, [])}
        />
      </div>
      {!same && shift && (
        <div className={styles.shift} role="status">
          <Side title="change-add" none="change-add-none" points={shift.add} />
          <Side title="change-take" none="change-take-none" points={shift.take} />
        </div>
      )}
      {other && <ProblemText problem={other} />}
    </TaskCard>
  )
}

function Side({ title, none, points }: { title: WordId; none: WordId; points: readonly PointView[] }) {
  return (
    <section>
      <h3>
        <Words id={title} values={{ count: points.length }} />
      </h3>
      {points.length === 0 && <Words as="p" id={none} className={styles.hint} />}
      <ul>
        {points.map(({ code, consoleName, risk }) => (
          <li key={code}>
            {consoleName && <span lang="zh-Hans">{consoleName} </span>}
            <code>{code}</code> <Words id={`risk-${risk}`} className={styles.hint} />
          </li>
        ))}
      </ul>
    </section>
  )
}
