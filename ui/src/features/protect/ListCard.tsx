import { Button } from '@fluentui/react-components'
import { engine, type SetupSnapshot, taskNamed } from '../../ipc'
import { useAction } from '../../shared/lib'
import { Icon } from '../../shared/look'
import { OpenButton, ProblemText, Said, TaskCard } from '../../shared/parts'
import { useSay } from '../../shared/words'

interface Props {
  setup: SetupSnapshot
  /** Given when checking is not the page's primary action. */
  onCheck: (() => void) | null
  busy: boolean
}

/** The allow list: that our address is on it is checked by a call; that nothing else is, only a person can see. */
export function ListCard({ setup, onCheck, busy }: Props) {
  const say = useSay()
  const said = useAction()
  const { id } = setup.connection
  const listed = taskNamed(setup, 'listed')
  return (
    <>
      <TaskCard
        title="task-allow-list"
        why="protect-list-why"
        task={taskNamed(setup, 'allow-list')}
        actions={
          <>
            <OpenButton name="protect-open-list" open={() => engine.linkOpen(id, 'security-settings')} />
            {onCheck && (
              <Button icon={<Icon name="retry" />} disabledFocusable={busy} onClick={onCheck}>
                {say('protect-check-again')}
              </Button>
            )}
          </>
        }
      />
      <TaskCard title="task-listed" why="protect-listed-why" task={listed}>
        <Said
          task={listed}
          label="protect-listed"
          say={() => void said.run(() => engine.setupSay(id, 'listed'))}
          unsay={() => void said.run(() => engine.setupUnsay(id, 'listed'))}
        />
        {said.problem && <ProblemText problem={said.problem} />}
      </TaskCard>
    </>
  )
}
