import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { type ConnectionId, engine, type PlanView } from '../../ipc'
import { useAction, useDesk } from '../../shared/lib'
import { ChooseOne, type Option, ProblemText, SelectField, TaskCard } from '../../shared/parts'
import { useMoment, useSay, Words } from '../../shared/words'
import styles from './checkup.module.css'

type Often = 'off' | 'once' | 'twice'

const often: readonly Option<Often>[] = [
  { value: 'twice', label: 'plan-twice' },
  { value: 'once', label: 'plan-once' },
  { value: 'off', label: 'plan-off' },
]
const usual = ['08:30', '13:30'] as const
const halfHours = Array.from({ length: 48 }, (_, at) => {
  const time = `${String(at >> 1).padStart(2, '0')}:${at % 2 ? '30' : '00'}`
  return { value: time, words: time }
})

const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

/** An hour at least, over midnight too. */
function tooClose(first: string, second: string): boolean {
  const apart = Math.abs(minutes(first) - minutes(second))
  return Math.min(apart, 24 * 60 - apart) < 60
}

interface Props {
  id: ConnectionId
  plan: PlanView
  onDone(): Promise<void>
}

/** When it is checked by itself. */
export function PlanCard({ id, plan, onDone }: Props) {
  const say = useSay()
  const { fullMoment } = useMoment()
  const { announce } = useDesk()
  const { busy, problem, run } = useAction()
  const [typed, setTyped] = useState<{ often?: Often; first?: string; second?: string }>({})
  const saved: Often = plan.times.length === 0 ? 'off' : plan.times.length === 1 ? 'once' : 'twice'
  const chosen = typed.often ?? saved
  const first = typed.first ?? plan.times[0] ?? usual[0]
  const second = typed.second ?? plan.times[1] ?? usual[1]
  const close = chosen === 'twice' && tooClose(first, second)
  const times = chosen === 'off' ? [] : chosen === 'once' ? [first] : [first, second]
  const save = () =>
    void run(async () => {
      await engine.checkupPlan(id, times)
      await onDone()
      setTyped({})
      announce(say('plan-saved'))
    })
  return (
    <TaskCard
      title="plan-title"
      why="plan-why"
      actions={
        <Button disabledFocusable={busy || close} onClick={close ? undefined : save}>
          {say('plan-save')}
        </Button>
      }
    >
      <ChooseOne
        legend="plan-how"
        options={often}
        value={chosen}
        columns={3}
        onChange={next => setTyped({ ...typed, often: next })}
      />
      {chosen !== 'off' && (
        <div className={styles.times}>
          <SelectField
            label={chosen === 'twice' ? 'plan-first' : 'plan-time'}
            hint="plan-hint"
            value={first}
            options={halfHours}
            onChange={next => setTyped({ ...typed, first: next })}
          />
          {chosen === 'twice' && (
            <SelectField
              label="plan-second"
              hint="plan-hint"
              value={second}
              options={halfHours}
              onChange={next => setTyped({ ...typed, second: next })}
            />
          )}
        </div>
      )}
      {close && (
        <p role="alert">
          <Words id="plan-apart" />
        </p>
      )}
      <p className={styles.soft}>
        {plan.next ? <Words id="plan-next" values={{ at: fullMoment(plan.next) }} /> : <Words id="plan-none" />}
      </p>
      {problem && <ProblemText problem={problem} />}
    </TaskCard>
  )
}
