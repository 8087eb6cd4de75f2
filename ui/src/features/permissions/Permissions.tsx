import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { engine, isRunning, type SetupSnapshot, taskNamed } from '../../ipc'
import { GuidePanel } from '../../shared/guide'
import { fieldProblem, pageProblem, useAction } from '../../shared/lib'
import { Icon } from '../../shared/look'
import { ChooseMany, CopyButton, OpenButton, purposes, StopPage, TaskCard } from '../../shared/parts'
import { useSay, Words } from '../../shared/words'
import { Catalogue } from './Catalogue'
import { Points } from './Points'
import { SaidByYou } from './SaidByYou'
import { SheetCard } from './SheetCard'

interface Props {
  setup: SetupSnapshot
  onBack: (() => void) | null
  onNext(): void
  urgent: ReactNode
}

const claimed = ['purpose'] as const

/** Which guide the work has come to: the first of these tasks that is not done. */
function placeOf(setup: SetupSnapshot): string {
  const order = {
    points: 'permissions',
    scope: 'contact-scope',
    published: 'publish',
    visible: 'visible-range',
  } as const
  const open = (['points', 'scope', 'published', 'visible'] as const).find(
    task => taskNamed(setup, task).state !== 'done',
  )
  return order[open ?? 'points']
}

/** Stop 3: what it is for, and the smallest set of permission points for that. */
export function Permissions({ setup, onBack, onNext, urgent }: Props) {
  const say = useSay()
  const { id } = setup.connection
  const choosing = useAction()
  const checking = useAction()
  const { points, request, purposes: chosen } = setup.permissions
  const purpose = taskNamed(setup, 'purpose')
  const granted = taskNamed(setup, 'points')
  const scope = taskNamed(setup, 'scope')
  const busy = checking.busy || isRunning(setup, ['points', 'scope'])
  const checked = granted.state === 'done' && scope.state === 'done'
  const check = () => void checking.run(() => engine.pointsCheck(id))

  return (
    <StopPage
      title="permissions-title"
      lead="permissions-lead"
      helper={
        <GuidePanel
          places={['permissions', 'contact-scope', 'publish', 'approval', 'visible-range']}
          place={placeOf(setup)}
        />
      }
      problem={pageProblem(claimed, choosing.problem, checking.problem)}
      primary={
        checked
          ? { label: 'permissions-next', act: onNext }
          : { label: 'permissions-check', act: check, busy, trying: checking.busy }
      }
      onBack={onBack}
      onCancel={busy ? () => void engine.setupCancel(id) : null}
      urgent={urgent}
    >
      <TaskCard title="task-purpose" why="permissions-purpose-why" task={purpose} claimed={claimed}>
        <ChooseMany
          legend="field-purpose"
          options={purposes}
          values={chosen}
          onChange={values => void choosing.run(() => engine.purposeChoose(id, values))}
          problem={fieldProblem('purpose', choosing.problem ?? checking.problem, [purpose])}
        />
      </TaskCard>
      <TaskCard
        title="task-points"
        why={points.some(({ excess }) => !excess) ? 'permissions-points-why' : undefined}
        task={granted}
        actions={
          points.length > 0 && (
            <>
              <OpenButton name="permissions-open" open={() => engine.linkOpen(id, 'permissions')} />
              <CopyButton name="permissions-copy-all" text={request} />
              {checked && (
                <Button icon={<Icon name="retry" />} disabledFocusable={busy} onClick={check}>
                  {say('permissions-check-again')}
                </Button>
              )}
            </>
          )
        }
      >
        {points.length > 0 ? <Points points={points} /> : <Words as="p" id="permissions-none" />}
      </TaskCard>
      {chosen.length > 0 && <SheetCard setup={setup} />}
      <TaskCard title="task-scope" why="permissions-scope-why" task={scope} />
      <SaidByYou setup={setup} />
      <Catalogue setup={setup} />
    </StopPage>
  )
}
