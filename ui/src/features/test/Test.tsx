import { type ReactNode, useState } from 'react'
import { engine, isRunning, type Person, type SetupSnapshot, type Task, taskNamed } from '../../ipc'
import { GuidePanel } from '../../shared/guide'
import { pageProblem, useAction, useDraft } from '../../shared/lib'
import { type Primary, StopPage } from '../../shared/parts'
import { Checks, checks } from './Checks'
import { MessageCard, type Way } from './MessageCard'
import { RobotCard } from './RobotCard'
import { useRobotForm } from './robotForm'

interface Props {
  setup: SetupSnapshot
  onBack: (() => void) | null
  onNext(): void
  urgent: ReactNode
}

const claimed = ['robot-name', 'webhook', 'robot-secret', 'keyword', 'message', 'recipient'] as const
const tried: readonly Task[] = [...checks, 'robot', 'message']

/** Stop 4: the checks by one button, then the first message, seen before it leaves. */
export function Test({ setup, onBack, onNext, urgent }: Props) {
  const { id } = setup.connection
  const { robots, message } = setup.test
  const running = useAction()
  const sending = useAction()
  const draft = useDraft(message, text => engine.messageDraft(id, text))
  const [way, setWay] = useState<Way>('group')
  const [robotId, setRobotId] = useState<string | null>(null)
  const [recipient, setRecipient] = useState<Person | null>(null)
  const robot = robots.find(each => each.id === robotId) ?? robots[0] ?? null
  const form = useRobotForm(setup, robot)

  const checked = checks.every(name => taskNamed(setup, name).state === 'done')
  const sent = taskNamed(setup, 'message').state === 'done'
  const busy = running.busy || sending.busy || form.saving.busy || isRunning(setup, tried) || setup.test.running

  const run = () => void running.run(() => engine.testsRun(id))
  const send = async () => {
    await draft.flush()
    await sending.run(async () => {
      if (way === 'notice') return engine.noticeSend(id, recipient?.userId ?? '', draft.value)
      return engine.messageSend(id, robot?.id ?? '', draft.value)
    })
  }
  const sendLabel = way === 'group' ? 'test-send-group' : 'test-send-notice'
  const primary: Primary = !checked
    ? { label: 'test-run', act: run }
    : sent && !form.wanted
      ? { label: 'test-next', act: onNext }
      : way === 'group' && form.open
        ? { label: 'test-robot-save', act: () => void form.save() }
        : { label: sendLabel, act: () => void send() }

  return (
    <StopPage
      title="test-title"
      lead="test-lead"
      helper={
        <GuidePanel
          places={['robot-signature', 'robot-keyword', 'robot-address', 'visible-range']}
          place="robot-signature"
        />
      }
      problem={pageProblem(claimed, running.problem, sending.problem, form.saving.problem, draft.problem)}
      primary={{ ...primary, busy }}
      onBack={onBack}
      onCancel={busy ? () => void engine.setupCancel(id) : null}
      urgent={urgent}
    >
      <Checks setup={setup} onRun={primary.label === 'test-run' ? null : run} busy={busy} />
      <RobotCard
        setup={setup}
        form={form}
        robot={robot}
        onChoose={setRobotId}
        saveHere={primary.label !== 'test-robot-save'}
        busy={busy}
      />
      <MessageCard
        setup={setup}
        draft={draft}
        way={way}
        onWay={setWay}
        robot={robot}
        recipient={recipient}
        onRecipient={setRecipient}
        sent={sending.problem}
        send={
          primary.label === sendLabel || (way === 'group' && !robot)
            ? null
            : { label: sent ? 'test-send-again' : sendLabel, act: () => void send() }
        }
        busy={busy}
      />
    </StopPage>
  )
}
