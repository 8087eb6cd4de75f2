import { type ReactNode, useState } from 'react'
import { engine, isRunning, type Person, type SetupSnapshot, type Task, taskNamed } from '../../ipc'
import { GuidePanel } from '../../shared/guide'
import { pageProblem, useAction, useDraft } from '../../shared/lib'
import { type Primary, StopPage } from '../../shared/parts'
import { Checks, checks } from './Checks'
import { claimed, MessageCard } from './message/MessageCard'
import { useSending, type Way } from './message/useSending'
import { RobotCard } from './robot/RobotCard'
import { useRobotForm } from './robot/robotForm'

interface Props {
  setup: SetupSnapshot
  onBack: (() => void) | null
  onNext(): void
  urgent: ReactNode
}

const tried: readonly Task[] = [...checks, 'robot', 'message']

/** Stop 4: the checks by one button, then the first message, seen before it leaves. */
export function Test({ setup, onBack, onNext, urgent }: Props) {
  const { id } = setup.connection
  const { robots, message } = setup.test
  const running = useAction()
  const draft = useDraft(message, next => engine.messageDraft(id, next))
  const [way, setWay] = useState<Way>('group')
  const [robotId, setRobotId] = useState<string | null>(null)
  const [recipient, setRecipient] = useState<Person | null>(null)
  const robot = robots.find(each => each.id === robotId) ?? robots.find(each => !each.rehearsal) ?? robots[0] ?? null
  const form = useRobotForm(setup, robot)
  const sending = useSending({ setup, draft, way, robot, recipient })

  const checked = checks.every(name => taskNamed(setup, name).state === 'done')
  const sent = taskNamed(setup, 'message').state === 'done'
  const trying = running.busy || sending.action.busy || form.saving.busy
  const busy = trying || isRunning(setup, tried) || setup.test.running

  const run = () => void running.run(() => engine.testsRun(id))
  const first = sending.presses[0]
  const primary: Primary = !checked
    ? { label: 'test-run', act: run }
    : sent && !form.wanted
      ? { label: 'test-next', act: onNext }
      : way === 'group' && form.open
        ? { label: 'test-robot-save', act: () => void form.save() }
        : (first ?? { label: 'test-open-group', act: () => void running.run(() => engine.linkOpen(id, 'group')) })
  const presses = sending.presses.filter(({ label }) => label !== primary.label)

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
      problem={pageProblem(claimed, running.problem, sending.action.problem, form.saving.problem, draft.problem)}
      primary={{ ...primary, busy, trying }}
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
        sending={sending}
        presses={way === 'group' && !robot ? [] : presses}
        busy={busy}
      />
    </StopPage>
  )
}
