import { Button } from '@fluentui/react-components'
import { engine, type SetupSnapshot, taskNamed } from '../../ipc'
import { useAction } from '../../shared/lib'
import { Icon } from '../../shared/look'
import { OpenButton, ProblemText, Said, TaskCard } from '../../shared/parts'
import { useSay, Words } from '../../shared/words'
import styles from './register.module.css'

interface Props {
  setup: SetupSnapshot
  /** Given once the way was checked, to check it again. */
  onCheckHosts: (() => void) | null
}

/** The way to DingTalk, and what is done there. */
export function CreateApp({ setup, onCheckHosts }: Props) {
  const say = useSay()
  const said = useAction()
  const { id } = setup.connection
  const created = taskNamed(setup, 'create-app')
  return (
    <>
      <TaskCard
        title="task-hosts"
        why="register-hosts-why"
        task={taskNamed(setup, 'hosts')}
        actions={
          onCheckHosts && (
            <Button icon={<Icon name="retry" />} onClick={onCheckHosts}>
              {say('register-hosts-again')}
            </Button>
          )
        }
      />
      <TaskCard title="task-create-app" task={created}>
        <ol className={styles.steps}>
          <Words as="li" id="register-step-open" />
          <Words as="li" id="register-step-create" />
          <Words as="li" id="register-step-save" />
        </ol>
        <div className={styles.buttons}>
          <OpenButton name="register-open-apps" open={() => engine.linkOpen(id, 'app-list')} />
          <OpenButton look="quiet" name="register-open-developer" open={() => engine.linkOpen(id, 'register')} />
          <Said
            task={created}
            label="register-created"
            say={() => void said.run(() => engine.setupSay(id, 'create-app'))}
            unsay={() => void said.run(() => engine.setupUnsay(id, 'create-app'))}
          />
        </div>
        {said.problem && <ProblemText problem={said.problem} />}
      </TaskCard>
    </>
  )
}
