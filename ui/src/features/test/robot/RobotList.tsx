import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { engine, type RobotView, type SetupSnapshot } from '../../../ipc'
import { useAction, useDesk } from '../../../shared/lib'
import { ProblemText } from '../../../shared/parts'
import { Spoken, useMoment, useSay, type WordId, Words } from '../../../shared/words'
import styles from './robot.module.css'
import type { RobotFormState } from './robotForm'

interface Props {
  setup: SetupSnapshot
  form: RobotFormState
  /** The one that the message is written for. */
  robot: RobotView
  onChoose(id: string): void
}

/** The saved robots: what each asks for, whether it was tried, and what can be done with it. */
export function RobotList({ setup, form, robot, onChoose }: Props) {
  const say = useSay()
  const { robots } = setup.test
  return (
    <>
      <ul className={styles.list} aria-label={say('robot-saved')}>
        {robots.map(each => (
          <Row
            key={each.id}
            setup={setup}
            robot={each}
            used={each.id === robot.id}
            alone={robots.length === 1}
            onUse={() => onChoose(each.id)}
            onChange={() => form.begin(each)}
          />
        ))}
      </ul>
      <Button onClick={() => form.begin(null)}>{say('test-robot-add')}</Button>
    </>
  )
}

interface RowProps {
  setup: SetupSnapshot
  robot: RobotView
  used: boolean
  alone: boolean
  onUse(): void
  onChange(): void
}

function Row({ setup, robot, used, alone, onUse, onChange }: RowProps) {
  const say = useSay()
  const { date } = useMoment()
  const { name, rehearsal, deliveredAt, mode, webhookSetAt } = robot
  return (
    <li className={styles.row} data-used={used && !alone}>
      <div className={styles.cardHead}>
        <strong className={styles.name}>
          <Spoken text={name} />
        </strong>
        {rehearsal && <Words id="robot-rehearsal-tag" className={styles.tag} />}
        {used && !alone && <Words id="robot-used" className={styles.hint} />}
      </div>
      <dl className={styles.facts}>
        <Words as="dt" id="robot-wants" />
        <dd>
          <Asked robot={robot} />
        </dd>
        <Words as="dt" id="field-webhook" />
        <dd>{webhookSetAt ? say('secret-set', { date: date(webhookSetAt) }) : say('test-none')}</dd>
        {mode && (
          <>
            <Words as="dt" id="robot-mode-found" />
            <Words as="dd" id={`robot-mode-${mode}`} />
          </>
        )}
      </dl>
      <p className={styles.hint}>
        {deliveredAt ? say('robot-tried', { date: date(deliveredAt) }) : say('robot-untried')}
      </p>
      <div className={styles.buttons}>
        {!used && (
          <Button onClick={onUse} aria-label={`${say('robot-use')}: ${name}`}>
            {say('robot-use')}
          </Button>
        )}
        <Button onClick={onChange} aria-label={say('robot-change-named', { name })}>
          {say('robot-change')}
        </Button>
        <Remove setup={setup} robot={robot} />
      </div>
    </li>
  )
}

/** What the robot asks for, as was ticked. */
function Asked({ robot: { security, keyword, secretSetAt } }: { robot: RobotView }) {
  const say = useSay()
  const { date } = useMoment()
  const asked: string[] = []
  const told = (id: WordId, detail: string | null) =>
    asked.push(detail ? say('robot-asked', { what: say(id), detail }) : say(id))
  if (security.signature) told('robot-signature', secretSetAt && say('secret-set', { date: date(secretSetAt) }))
  if (security.keyword) told('robot-keyword', keyword)
  if (security.address) told('robot-address', null)
  return <Spoken text={asked.length > 0 ? asked.join(' · ') : say('robot-security-unknown')} />
}

/** Removing is asked about by name, in place. */
function Remove({ setup, robot: { id, name } }: { setup: SetupSnapshot; robot: RobotView }) {
  const say = useSay()
  const { announce } = useDesk()
  const { run, busy, problem } = useAction()
  const [asked, setAsked] = useState(false)
  const remove = async () => {
    if (await run(() => engine.robotRemove(setup.connection.id, id))) announce(say('robot-removed', { name }))
  }
  if (!asked) {
    return (
      <Button appearance="subtle" onClick={() => setAsked(true)} aria-label={say('robot-remove-named', { name })}>
        {say('robot-remove')}
      </Button>
    )
  }
  return (
    <div className={styles.sure} role="alert">
      <Words as="p" id="robot-remove-sure" values={{ name }} />
      <div className={styles.buttons}>
        <Button disabledFocusable={busy} onClick={() => void remove()}>
          {say('robot-remove-yes')}
        </Button>
        <Button onClick={() => setAsked(false)}>{say('robot-remove-no')}</Button>
      </div>
      {problem && <ProblemText problem={problem} />}
    </div>
  )
}
