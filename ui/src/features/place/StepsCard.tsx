import { Button } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { type ConnectionId, type DeployLine, type DeployTarget, engine, type Place } from '../../ipc'
import { type ProblemShape, problemOf, useAction, useDesk } from '../../shared/lib'
import { Icon } from '../../shared/look'
import { Card, ChooseOne, CopyButton, ProblemText } from '../../shared/parts'
import { useSay, Words } from '../../shared/words'
import { targets } from './facts'
import styles from './place.module.css'

interface Props {
  id: ConnectionId
  place: Place
}

/** What is to be done there, step by step, with the files for it. */
export function StepsCard({ id, place }: Props) {
  const options = targets[place]
  const [target, setTarget] = useState<DeployTarget>(options[0].value)
  const { lines, problem } = useLines(id, target)
  return (
    <Card title="place-steps-title">
      {place === 'this-pc' && <Words as="p" id="place-steps-pc" className={styles.lead} />}
      {options.length > 1 && (
        <ChooseOne
          legend="place-target-legend"
          columns={options.length > 2 ? 3 : 2}
          options={options}
          value={target}
          onChange={next => setTarget(next)}
        />
      )}
      {problem && <ProblemText problem={problem} />}
      <ol className={styles.steps}>
        {lines.map((line, index) => (
          <Step key={line.step} id={id} target={target} line={line} number={index + 1} />
        ))}
      </ol>
      <Words as="p" id="place-no-secret" className={styles.soft} />
    </Card>
  )
}

interface StepProps {
  id: ConnectionId
  target: DeployTarget
  line: DeployLine
  number: number
}

function Step({ id, target, line: { step, command }, number }: StepProps) {
  const saves = step === 'save' || step === 'save-here'
  return (
    <li>
      <Words as="p" id={`place-step-${step}`} />
      {command && (
        <div className={styles.command}>
          <code>{command}</code>
          <CopyButton look="sign" name="place-copy-command" values={{ number }} text={command} />
        </div>
      )}
      {saves && <SaveFiles id={id} target={target} />}
    </li>
  )
}

function SaveFiles({ id, target }: { id: ConnectionId; target: DeployTarget }) {
  const say = useSay()
  const { announce } = useDesk()
  const { busy, problem, run } = useAction()
  const [saved, setSaved] = useState<{ target: DeployTarget; path: string } | null>(null)
  const save = () =>
    void run(async () => {
      const path = await engine.deploySave(id, target)
      setSaved({ target, path })
      announce(say('place-saved', { path }))
    })
  return (
    <div className={styles.save}>
      <Button icon={<Icon name="sheet" />} disabledFocusable={busy} onClick={save}>
        {say('place-save')}
      </Button>
      {saved?.target === target && <Words as="p" id="place-saved" values={{ path: saved.path }} />}
      {problem && <ProblemText problem={problem} />}
    </div>
  )
}

/** The steps of this way to start it, or why they cannot be told. */
function useLines(id: ConnectionId, target: DeployTarget) {
  const [lines, setLines] = useState<DeployLine[]>([])
  const [problem, setProblem] = useState<ProblemShape | null>(null)
  useEffect(() => {
    let left = false
    engine.deployLines(id, target).then(
      told => {
        if (left) return
        setLines(told)
        setProblem(null)
      },
      (error: unknown) => left || setProblem(problemOf(error)),
    )
    return () => {
      left = true
    }
  }, [id, target])
  return { lines, problem }
}
