import { Button } from '@fluentui/react-components'
import { engine, type RobotView, type SetupSnapshot, taskNamed } from '../../ipc'
import { useAction } from '../../shared/lib'
import { OpenButton, ProblemText, SecretField, SelectField, TaskCard, TextField } from '../../shared/parts'
import { useMoment, useSay, Words } from '../../shared/words'
import type { RobotFormState } from './robotForm'
import styles from './test.module.css'

interface Props {
  setup: SetupSnapshot
  form: RobotFormState
  robot: RobotView | null
  onChoose(id: string): void
  /** Whether the form has its own button: the footer has it otherwise. */
  saveHere: boolean
  busy: boolean
}

const claimed = ['robot-name', 'webhook', 'robot-secret', 'keyword', 'message'] as const

/** The group's robot: its webhook and its secret are secrets both. */
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
        robot && <SavedRobots setup={setup} form={form} robot={robot} onChoose={onChoose} />
      )}
    </TaskCard>
  )
}

function RobotFields({ form }: { form: RobotFormState }) {
  const say = useSay()
  const { date } = useMoment()
  const { changing, notesOf, problemOf } = form
  const setOn = (at: string | null | undefined) => at && say('secret-set', { date: date(at) })
  return (
    <>
      <TextField
        label="field-robot-name"
        aside="test-robot-name-aside"
        value={form.name}
        onChange={form.setName}
        onEnter={() => void form.save()}
        notes={notesOf('robot-name')}
        problem={problemOf('robot-name')}
      />
      <SecretField
        label="field-webhook"
        aside="test-webhook-aside"
        secret={form.webhook}
        onTyped={form.stroke}
        onEnter={() => void form.save()}
        standing={setOn(changing?.webhookSetAt) || null}
        keep={changing?.webhookSetAt ? 'secret-keep' : undefined}
        notes={notesOf('webhook')}
        problem={problemOf('webhook')}
      />
      <SecretField
        label="field-robot-secret"
        aside="test-robot-secret-aside"
        secret={form.secret}
        onTyped={form.stroke}
        onEnter={() => void form.save()}
        standing={setOn(changing?.secretSetAt) || null}
        keep={changing?.secretSetAt ? 'secret-keep' : undefined}
        notes={notesOf('robot-secret')}
        problem={problemOf('robot-secret')}
      />
      <TextField
        label="field-keyword"
        aside="test-keyword-aside"
        value={form.keyword}
        onChange={form.setKeyword}
        onEnter={() => void form.save()}
        notes={notesOf('keyword')}
        problem={problemOf('keyword')}
      />
    </>
  )
}

interface SavedProps {
  setup: SetupSnapshot
  form: RobotFormState
  robot: RobotView
  onChoose(id: string): void
}

function SavedRobots({ setup, form, robot, onChoose }: SavedProps) {
  const say = useSay()
  const { date } = useMoment()
  const { run, problem } = useAction()
  const { robots } = setup.test
  return (
    <>
      {robots.length > 1 && (
        <SelectField
          label="test-robot-choose"
          value={robot.id}
          options={robots.map(({ id, name }) => ({ value: id, words: name }))}
          onChange={onChoose}
        />
      )}
      <dl className={styles.facts}>
        <Words as="dt" id="field-robot-name" />
        <dd>{robot.name}</dd>
        <Words as="dt" id="field-webhook" />
        <dd>{robot.webhookSetAt ? say('secret-set', { date: date(robot.webhookSetAt) }) : say('test-none')}</dd>
        <Words as="dt" id="field-robot-secret" />
        <dd>{robot.secretSetAt ? say('secret-set', { date: date(robot.secretSetAt) }) : say('test-none')}</dd>
        <Words as="dt" id="field-keyword" />
        <dd>{robot.keyword ?? say('test-none')}</dd>
        {robot.mode && (
          <>
            <Words as="dt" id="test-mode" />
            <Words as="dd" id={`robot-mode-${robot.mode}`} />
          </>
        )}
      </dl>
      <div className={styles.buttons}>
        <Button onClick={() => form.begin(robot)}>{say('test-robot-change')}</Button>
        <Button onClick={() => form.begin(null)}>{say('test-robot-add')}</Button>
        <Button appearance="subtle" onClick={() => void run(() => engine.robotRemove(setup.connection.id, robot.id))}>
          {say('test-robot-remove')}
        </Button>
      </div>
      {problem && <ProblemText problem={problem} />}
    </>
  )
}
