import type { ReactNode } from 'react'
import { engine, isRunning, type SetupSnapshot, taskNamed } from '../../ipc'
import { GuidePanel } from '../../shared/guide'
import { fieldProblem, pageProblem, useAction } from '../../shared/lib'
import { ChooseOne, type Primary, StopPage, TaskCard } from '../../shared/parts'
import { useMoment, Words } from '../../shared/words'
import { AddressCard } from './AddressCard'
import { daysOf, intervalOf, intervals, places } from './choices'
import { ListCard } from './ListCard'

interface Props {
  setup: SetupSnapshot
  onBack: (() => void) | null
  onNext(): void
  urgent: ReactNode
}

const claimed = ['place', 'address', 'interval'] as const

/** Stop 5: where it runs, which address DingTalk sees, the allow list, and a reminder to look at it again. */
export function Protect({ setup, onBack, onNext, urgent }: Props) {
  const { date } = useMoment()
  const { id } = setup.connection
  const { place, address, reminder } = setup.protect
  const choosing = useAction()
  const finding = useAction()
  const checking = useAction()
  const reminding = useAction()

  const accepted = taskNamed(setup, 'allow-list').state === 'done'
  const known = taskNamed(setup, 'address').state === 'done' || address !== null
  const trying = finding.busy || checking.busy
  const busy = trying || isRunning(setup, ['address', 'allow-list'])
  const find = () => void finding.run(() => engine.addressFind(id))
  const check = () => void checking.run(() => engine.allowListCheck(id))
  const primary: Primary = !known
    ? { label: 'protect-find', act: find }
    : accepted
      ? { label: 'protect-finish', act: onNext }
      : { label: 'protect-check', act: check }

  return (
    <StopPage
      title="protect-title"
      lead="protect-lead"
      helper={<GuidePanel places={['egress-ip', 'developer-rights']} place="egress-ip" />}
      problem={pageProblem(claimed, choosing.problem, finding.problem, checking.problem, reminding.problem)}
      primary={{ ...primary, busy, trying }}
      onBack={onBack}
      onCancel={busy ? () => void engine.setupCancel(id) : null}
      urgent={urgent}
    >
      <TaskCard title="task-place" why="protect-place-why" task={taskNamed(setup, 'place')} claimed={claimed}>
        <ChooseOne
          legend="field-place"
          quiet="legend"
          columns={2}
          options={places}
          value={place}
          onChange={next => void choosing.run(() => engine.placeChoose(id, next))}
          problem={fieldProblem('place', choosing.problem, [])}
        />
      </TaskCard>
      <AddressCard setup={setup} onFind={known ? find : null} busy={busy} />
      <ListCard setup={setup} onCheck={accepted ? check : null} busy={busy} />
      <TaskCard title="task-reminder" why="protect-reminder-why" task={taskNamed(setup, 'reminder')} claimed={claimed}>
        <ChooseOne
          legend="field-interval"
          quiet="legend"
          columns={4}
          options={intervals}
          value={intervalOf(reminder?.intervalDays)}
          onChange={next => void reminding.run(() => engine.reminderSet(id, daysOf(next)))}
          problem={fieldProblem('interval', reminding.problem, [])}
        />
        {reminder?.due && <Words as="p" id="protect-reminder-due" values={{ date: date(reminder.next) }} />}
      </TaskCard>
    </StopPage>
  )
}
