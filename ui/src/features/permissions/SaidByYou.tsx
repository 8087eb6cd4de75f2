import { engine, type SetupSnapshot, taskNamed } from '../../ipc'
import { useAction } from '../../shared/lib'
import { OpenButton, ProblemText, Said, TaskCard, TaskRow, TaskRows } from '../../shared/parts'

const asked = [
  { task: 'published', title: 'task-published', why: 'permissions-published-why', label: 'permissions-published' },
  { task: 'visible', title: 'task-visible', why: 'permissions-visible-why', label: 'permissions-visible' },
] as const

/** Publishing and visibility: DingTalk has no call that tells them. */
export function SaidByYou({ setup }: { setup: SetupSnapshot }) {
  const { id } = setup.connection
  const { run, problem } = useAction()
  return (
    <TaskCard
      title="permissions-said-title"
      why="permissions-said-why"
      actions={<OpenButton name="permissions-open-versions" open={() => engine.linkOpen(id, 'versions')} />}
    >
      <TaskRows>
        {asked.map(({ task, title, why, label }) => (
          <TaskRow key={task} title={title} why={why} task={taskNamed(setup, task)} where>
            <Said
              task={taskNamed(setup, task)}
              label={label}
              say={() => void run(() => engine.setupSay(id, task))}
              unsay={() => void run(() => engine.setupUnsay(id, task))}
            />
          </TaskRow>
        ))}
      </TaskRows>
      {problem && <ProblemText problem={problem} />}
    </TaskCard>
  )
}
