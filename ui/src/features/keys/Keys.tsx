import { type ReactNode, useRef, useState } from 'react'
import { engine, isRunning, type KeysForm, type SetupSnapshot, taskNamed } from '../../ipc'
import { GuidePanel } from '../../shared/guide'
import { fieldProblem, pageProblem, useAction, useDraft, useLive } from '../../shared/lib'
import {
  clearSecret,
  SecretField,
  StopPage,
  TaskCard,
  TaskRow,
  TaskRows,
  TextField,
  takeSecret,
} from '../../shared/parts'
import { useMoment, useSay } from '../../shared/words'
import { PasteCard } from './PasteCard'

interface Props {
  setup: SetupSnapshot
  onBack: (() => void) | null
  onNext(): void
  urgent: ReactNode
}

type Typed = Omit<KeysForm, 'clientSecret'>

const claimed = ['paste', 'corp-id', 'client-id', 'client-secret', 'agent-id'] as const
const tried = ['credentials', 'corp', 'agent'] as const
/** Only work notices need the Agent ID: without one the line goes on, and its task waits. */
const needed = ['credentials', 'corp'] as const

/** Stop 2: the four values, tried by a real call before anything is called saved. */
export function Keys({ setup, onBack, onNext, urgent }: Props) {
  const say = useSay()
  const { date } = useMoment()
  const { id } = setup.connection
  const { corpId, clientId, agentId, secretSetAt, secretPasted } = setup.keys
  const secret = useRef<HTMLInputElement>(null)
  const [strokes, setStrokes] = useState(0)
  const [touched, setTouched] = useState(false)
  const trying = useAction()
  const draft = useDraft<Typed>({ corpId, clientId, agentId }, form => engine.keysDraft(id, form))
  const typed = draft.value
  const formNow = (): KeysForm => ({ ...typed, clientSecret: takeSecret(secret) })
  const notes = useLive({ typed, strokes }, () => engine.keysNotes(formNow()), setup.keys.notes)

  const tasks = tried.map(name => taskNamed(setup, name))
  const busy = trying.busy || isRunning(setup, tried)
  const works = !touched && setup.keys.tried && needed.every(name => taskNamed(setup, name).state === 'done')
  const change = (part: Partial<Typed>) => {
    setTouched(true)
    trying.forget()
    draft.change({ ...typed, ...part })
  }
  const tryKeys = async () => {
    await draft.flush()
    // Taken or refused, the engine has the secret now, so that it leaves the window; a form that was not taken keeps it.
    const form = formNow()
    if (!(await trying.run(() => engine.keysTry(id, form)))) return
    // Another that was typed meanwhile is the next to be tried.
    if (takeSecret(secret) !== form.clientSecret) return
    clearSecret(secret)
    setTouched(false)
  }
  const pasted = () => {
    trying.forget()
    setStrokes(count => count + 1)
  }
  const act = works ? onNext : () => void tryKeys()
  const noteOf = (field: string, text: string) => (text ? notes.filter(note => note.field === field) : [])
  const problemOf = (field: string) => fieldProblem(field, trying.problem, tasks)
  const fieldOf = (field: 'corp-id' | 'client-id' | 'agent-id', key: keyof Typed) => ({
    label: `field-${field}` as const,
    kind: 'key' as const,
    value: typed[key],
    onChange: (text: string) => change({ [key]: text }),
    onBlur: () => void draft.flush(),
    onEnter: act,
    notes: noteOf(field, typed[key]),
    problem: problemOf(field),
  })
  const standing = secretPasted
    ? say('keys-secret-pasted', { count: secretPasted })
    : secretSetAt && say('secret-set', { date: date(secretSetAt) })

  return (
    <StopPage
      title="keys-title"
      lead="keys-lead"
      helper={<GuidePanel places={['credentials', 'developer-rights']} place="credentials" />}
      problem={pageProblem(claimed, trying.problem, draft.problem)}
      primary={{ label: works ? 'keys-next' : 'keys-try', act, busy, trying: trying.busy }}
      onBack={onBack}
      onCancel={busy ? () => void engine.setupCancel(id) : null}
      urgent={urgent}
    >
      <PasteCard id={id} before={draft.flush} onPasted={pasted} />
      <TaskCard title="keys-four">
        <TextField {...fieldOf('corp-id', 'corpId')} aside="keys-corp-id-aside" />
        <TextField {...fieldOf('client-id', 'clientId')} aside="keys-client-id-aside" />
        <SecretField
          label="field-client-secret"
          aside="keys-client-secret-aside"
          secret={secret}
          onTyped={() => {
            setTouched(true)
            trying.forget()
            setStrokes(count => count + 1)
          }}
          onEnter={act}
          standing={standing}
          keep={secretPasted ? 'keys-keep-pasted' : secretSetAt ? 'secret-keep' : undefined}
          notes={noteOf('client-secret', strokes > 0 && takeSecret(secret) ? 'typed' : '')}
          problem={problemOf('client-secret')}
        />
        <TextField {...fieldOf('agent-id', 'agentId')} aside="keys-agent-id-aside" />
      </TaskCard>
      <TaskCard title="keys-tried">
        <TaskRows>
          <TaskRow title="task-credentials" task={taskNamed(setup, 'credentials')} claimed={claimed} />
          <TaskRow title="task-corp" task={taskNamed(setup, 'corp')} claimed={claimed} />
          <TaskRow title="task-agent" task={taskNamed(setup, 'agent')} claimed={claimed} />
        </TaskRows>
      </TaskCard>
    </StopPage>
  )
}
