import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { type ConnectionId, engine } from '../../ipc'
import { fieldProblem, pageProblem, useAction, useKeepsFocus } from '../../shared/lib'
import { ProblemText, TextField } from '../../shared/parts'
import { Spoken, useSay, type WordId, Words } from '../../shared/words'
import type { Removed } from './Removals'
import { Remove } from './Remove'
import styles from './welcome.module.css'

interface Props {
  id: ConnectionId
  name: string
  onClose(): void
  onRemoved(removed: Removed): void
}

type Way = 'rename' | 'duplicate' | 'remove'

const ways: { way: Way; name: WordId }[] = [
  { way: 'rename', name: 'welcome-rename' },
  { way: 'duplicate', name: 'welcome-duplicate' },
  { way: 'remove', name: 'welcome-remove' },
]

/** What can be done with a company: another name, a second one like it, or away with it. */
export function Manage({ id, name, onClose, onRemoved }: Props) {
  const say = useSay()
  const [way, setWay] = useState<Way | null>(null)
  const shown = useKeepsFocus<HTMLDivElement>(way)
  if (way === null) {
    return (
      <div className={styles.manage} ref={shown}>
        {ways.map(one => (
          <Button key={one.way} size="small" onClick={() => setWay(one.way)}>
            {say(one.name)}
            <span className="hidden-words">
              <Spoken text={` ${name}`} />
            </span>
          </Button>
        ))}
      </div>
    )
  }
  const back = () => setWay(null)
  return (
    <div className={styles.form} ref={shown}>
      {way === 'rename' && <Rename id={id} name={name} onDone={onClose} onCancel={back} />}
      {way === 'duplicate' && <Duplicate id={id} name={name} onCancel={back} />}
      {way === 'remove' && <Remove id={id} name={name} onRemoved={onRemoved} onCancel={back} />}
    </div>
  )
}

interface NameProps {
  first: string
  button: WordId
  onTake(name: string): Promise<unknown>
  onDone?(): void
  onCancel(): void
}

const claimed = ['company-name'] as const

function NameForm({ first, button, onTake, onDone, onCancel }: NameProps) {
  const say = useSay()
  const { run, busy, problem } = useAction()
  const [typed, setTyped] = useState(first)
  const take = () => void run(() => onTake(typed)).then(done => done && onDone?.())
  const elsewhere = pageProblem(claimed, problem)
  return (
    <>
      <TextField
        label="field-company-name"
        aside="register-company-name-aside"
        value={typed}
        onChange={setTyped}
        onEnter={take}
        problem={fieldProblem('company-name', problem, [])}
      />
      <div className={styles.sure}>
        <Button onClick={onCancel}>{say('welcome-cancel')}</Button>
        <Button appearance="primary" disabledFocusable={busy} onClick={take}>
          {say(button)}
        </Button>
      </div>
      {elsewhere && <ProblemText problem={elsewhere} />}
    </>
  )
}

interface FormProps {
  id: ConnectionId
  name: string
  onDone(): void
  onCancel(): void
}

function Rename({ id, name, onDone, onCancel }: FormProps) {
  return (
    <NameForm
      first={name}
      button="welcome-rename-save"
      onTake={typed => engine.connectionRename(id, typed)}
      onDone={onDone}
      onCancel={onCancel}
    />
  )
}

/** The copy is on the screen when it is made. */
function Duplicate({ id, name, onCancel }: Omit<FormProps, 'onDone'>) {
  const say = useSay()
  return (
    <>
      <Words as="p" id="welcome-duplicate-why" />
      <NameForm
        first={say('welcome-duplicate-name', { name })}
        button="welcome-duplicate-make"
        onTake={typed => engine.connectionDuplicate(id, typed)}
        onCancel={onCancel}
      />
    </>
  )
}
