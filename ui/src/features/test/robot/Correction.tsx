import { Button } from '@fluentui/react-components'
import { type ReactNode, useRef, useState } from 'react'
import {
  engine,
  type MessageDraft,
  type Problem,
  type RobotForm,
  type RobotView,
  type SetupSnapshot,
  taskNamed,
} from '../../../ipc'
import { type Draft, useAction, useDesk } from '../../../shared/lib'
import {
  CopyButton,
  clearSecret,
  OpenButton,
  ProblemText,
  SecretField,
  TextField,
  takeSecret,
} from '../../../shared/parts'
import { useSay, type WordId, Words } from '../../../shared/words'
import { withKeyword } from '../message/keyword'
import own from '../message/message.module.css'
import type { Sending } from '../message/useSending'

interface Props {
  setup: SetupSnapshot
  draft: Draft<MessageDraft>
  sending: Sending
  busy: boolean
}

/** What a refused send has shown about the robot's security, and the one press that puts it right. */
export function Correction({ setup, draft, sending, busy }: Props) {
  const { problem, state } = taskNamed(setup, 'message')
  const last = setup.test.sent[0]
  const robot = setup.test.robots.find(({ id }) => id === last?.target)
  if (!problem || state !== 'problem' || !robot || last?.fate !== 'not-sent') return null
  const common = { setup, robot, draft, sending, busy, problem }
  switch (problem.code) {
    case 'robot-keyword':
      return <Keyword {...common} />
    case 'robot-secret-needed':
      return <Signature {...common} title="robot-signature-wanted" />
    case 'robot-signature':
      return <Signature {...common} title="robot-signature-wrong" />
    case 'robot-address':
      return <Address {...common} />
    default:
      return null
  }
}

interface OneProps extends Props {
  robot: RobotView
  problem: Problem
}

function formOf(robot: RobotView, change: Partial<RobotForm>): RobotForm {
  const { name, keyword, security, rehearsal } = robot
  return { name, keyword, webhook: null, secret: null, security, rehearsal, ...change }
}

function Keyword({ setup, robot, draft, busy, problem }: OneProps) {
  const say = useSay()
  const { announce } = useDesk()
  const saving = useAction()
  const [typed, setTyped] = useState(robot.keyword ?? '')
  const put = async () => {
    const keyword = typed.trim()
    const security = { ...robot.security, keyword: true }
    if (!keyword) return
    if (
      !(await saving.run(() => engine.robotSave(setup.connection.id, robot.id, formOf(robot, { keyword, security }))))
    )
      return
    draft.change({ ...draft.value, text: withKeyword(keyword, draft.value.text, say) })
    await draft.flush()
    announce(say('robot-keyword-put-done'))
  }
  return (
    <Panel title="robot-keyword-wanted">
      <TextField
        label="field-keyword"
        hint="robot-keyword-wanted-hint"
        value={typed}
        onChange={setTyped}
        onEnter={() => void put()}
        problem={saving.problem ?? problem}
      />
      <Button disabledFocusable={busy || saving.busy || typed.trim() === ''} onClick={() => void put()}>
        {say('robot-keyword-put')}
      </Button>
    </Panel>
  )
}

/** The message was refused, so that sending the same again, signed, doubles nothing. */
function Signature({ setup, robot, sending, busy, problem, title }: OneProps & { title: WordId }) {
  const say = useSay()
  const saving = useAction()
  const secret = useRef<HTMLInputElement>(null)
  const saved = robot.secretSetAt !== null && title === 'robot-signature-wanted'
  const put = async () => {
    const form = formOf(robot, { secret: takeSecret(secret), security: { ...robot.security, signature: true } })
    if (!(await saving.run(() => engine.robotSave(setup.connection.id, robot.id, form)))) return
    clearSecret(secret)
    sending.to(robot.id)
  }
  return (
    <Panel title={title}>
      {saved && <ProblemText problem={problem} />}
      {saved && <Words as="p" id="robot-signature-saved" />}
      {!saved && (
        <SecretField
          label="field-robot-secret"
          aside="test-robot-secret-aside"
          secret={secret}
          onEnter={() => void put()}
          problem={saving.problem ?? problem}
        />
      )}
      <Button disabledFocusable={busy || saving.busy} onClick={() => void put()}>
        {say(saved ? 'robot-signature-use' : 'robot-signature-send')}
      </Button>
      {saved && saving.problem && <ProblemText problem={saving.problem} />}
    </Panel>
  )
}

function Address({ setup, problem }: OneProps) {
  const ip = problem.args.ip
  return (
    <Panel title="robot-address-wanted">
      <ProblemText problem={problem} />
      <div className={own.buttons}>
        {ip && <CopyButton name="robot-address-copy" text={ip} />}
        <OpenButton name="test-open-group" open={() => engine.linkOpen(setup.connection.id, 'group')} />
      </div>
    </Panel>
  )
}

interface PanelProps {
  title: WordId
  children: ReactNode
}

function Panel({ title, children }: PanelProps) {
  return (
    <section className={own.panel} data-urgent aria-labelledby="correction">
      <h3 id="correction" tabIndex={-1}>
        <Words id={title} />
      </h3>
      {children}
    </section>
  )
}
