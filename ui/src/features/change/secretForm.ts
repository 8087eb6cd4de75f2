import { useRef, useState } from 'react'
import { engine, type KeysForm, type SetupSnapshot } from '../../ipc'
import { fieldProblem, useAction, useDesk, useLive } from '../../shared/lib'
import { clearSecret, takeSecret } from '../../shared/parts'
import { useSay } from '../../shared/words'

/** The one field of a new secret: what is typed is tried by a real call, and leaves the window once the engine has it. */
export function useSecretForm(setup: SetupSnapshot, send: (secret: string | null) => Promise<unknown>) {
  const say = useSay()
  const { announce } = useDesk()
  const secret = useRef<HTMLInputElement>(null)
  const [strokes, setStrokes] = useState(0)
  const { busy, problem, run, forget } = useAction()
  const { corpId, clientId, agentId, secretPasted } = setup.keys
  const formNow = (): KeysForm => ({ corpId, clientId, agentId, clientSecret: takeSecret(secret) })
  const notes = useLive({ strokes }, () => engine.keysNotes(formNow()), [])
  const typed = strokes > 0 && takeSecret(secret) !== null
  const submit = async () => {
    const sent = takeSecret(secret)
    if (!(await run(() => send(sent)))) return
    // Another that was typed meanwhile is the next to be tried.
    if (takeSecret(secret) === sent) {
      clearSecret(secret)
      setStrokes(0)
    }
    announce(say('change-secret-tried'))
  }
  return {
    busy,
    problem,
    submit: () => void submit(),
    field: {
      label: 'field-client-secret' as const,
      aside: 'keys-client-secret-aside' as const,
      secret,
      onTyped: () => {
        forget()
        setStrokes(count => count + 1)
      },
      onEnter: () => void submit(),
      notes: typed ? notes.filter(note => note.field === 'client-secret') : [],
      standing: secretPasted ? say('keys-secret-pasted', { count: secretPasted }) : null,
      keep: secretPasted ? ('keys-keep-pasted' as const) : undefined,
      problem: fieldProblem('client-secret', problem, []),
    },
  }
}
