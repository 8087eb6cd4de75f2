import { Button } from '@fluentui/react-components'
import { engine, type RobotView, type SetupSnapshot, taskNamed } from '../../../ipc'
import { OpenButton, TaskCard } from '../../../shared/parts'
import { useSay } from '../../../shared/words'
import { claimed } from '../message/MessageCard'
import styles from '../test.module.css'
import { RobotFields } from './RobotFields'
import { RobotList } from './RobotList'
import type { RobotFormState } from './robotForm'

interface Props {
  setup: SetupSnapshot
  form: RobotFormState
  robot: RobotView | null
  onChoose(id: string): void
  /** Whether the form has its own button: the footer has it otherwise. */
  saveHere: boolean
  busy: boolean
}

/** The groups' robots: the address and the secret of each are secrets both. */
export function RobotCard({ setup, form, robot, onChoose, saveHere, busy }: Props) {
  const say = useSay()
  return (
    <TaskCard
      title="task-robot"
      why="test-robot-why"
      task={taskNamed(setup, 'robot')}
      claimed={claimed}
      actions={
        form.open && (
          <>
            {saveHere && (
              <Button disabledFocusable={busy} onClick={() => void form.save()}>
                {say('test-robot-save')}
              </Button>
            )}
            {robot && <Button onClick={form.leave}>{say('test-robot-leave')}</Button>}
          </>
        )
      }
    >
      {form.open ? (
        <>
          <div className={styles.open}>
            <OpenButton name="test-open-group" open={() => engine.linkOpen(setup.connection.id, 'group')} />
          </div>
          <RobotFields form={form} />
        </>
      ) : (
        robot && <RobotList setup={setup} form={form} robot={robot} onChoose={onChoose} />
      )}
    </TaskCard>
  )
}
