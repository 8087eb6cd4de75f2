import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { engine, type SetupSnapshot, type Task, taskNamed } from '../../ipc'
import { useAction } from '../../shared/lib'
import { Icon } from '../../shared/look'
import { ProblemText, TaskCard, TaskRow, TaskRows } from '../../shared/parts'
import { useSay, Words } from '../../shared/words'
import styles from './test.module.css'

export const checks = ['token', 'signature', 'clock', 'zone'] as const satisfies readonly Task[]

/** Rows of the same run; the permission points belong to stop 3 and are asked again. */
const rows = [...checks, 'points'] as const

/** A wrong clock or zone can be lived with: the app signs with the corrected time. */
const bearable: readonly Task[] = ['clock', 'zone']

interface Props {
  setup: SetupSnapshot
  /** Given when running them is not the page's primary action. */
  onRun: (() => void) | null
  busy: boolean
}

export function Checks({ setup, onRun, busy }: Props) {
  const say = useSay()
  const { run, problem } = useAction()
  const { id } = setup.connection
  return (
    <TaskCard
      title="test-checks"
      why="test-checks-why"
      actions={
        onRun && (
          <Button icon={<Icon name="retry" />} disabledFocusable={busy} onClick={onRun}>
            {say('test-run-again')}
          </Button>
        )
      }
    >
      <Folded setup={setup} busy={busy}>
        <TaskRows>
          {rows.map(name => {
            const task = taskNamed(setup, name)
            return (
              <TaskRow
                key={name}
                title={`task-${name}`}
                task={task}
                actions={
                  task.state === 'problem' &&
                  bearable.includes(name) && (
                    <Button onClick={() => void run(() => engine.setupSay(id, name))}>
                      {say(name === 'clock' ? 'test-accept-clock' : 'test-accept-zone')}
                    </Button>
                  )
                }
              />
            )
          })}
        </TaskRows>
      </Folded>
      {problem && <ProblemText problem={problem} />}
    </TaskCard>
  )
}

/** What all went well needs no room: it folds, so that the next thing to do comes into sight. */
function Folded({ setup, busy, children }: { setup: SetupSnapshot; busy: boolean; children: ReactNode }) {
  if (busy || rows.some(name => taskNamed(setup, name).state !== 'done')) return children
  return (
    <details className={styles.fold}>
      <Words as="summary" id="test-checks-fine" />
      {children}
    </details>
  )
}
