import { type RefObject, useRef, useState } from 'react'
import { engine, type Note, type RobotForm, type RobotView, type SetupSnapshot, taskNamed } from '../../ipc'
import { type Action, fieldProblem, type ProblemShape, useAction, useLive } from '../../shared/lib'
import { clearSecret, takeSecret } from '../../shared/parts'

const robotFields = ['robot-name', 'webhook', 'robot-secret', 'keyword']

export interface RobotFormState {
  /** Shown: none is saved yet, somebody asked, or a failure belongs beside one of its fields. */
  open: boolean
  /** Shown because there is something to change, not for want of a robot alone. */
  wanted: boolean
  /** The saved one that is being changed; none: a new one. */
  changing: RobotView | null
  name: string
  keyword: string
  webhook: RefObject<HTMLInputElement | null>
  secret: RefObject<HTMLInputElement | null>
  saving: Action
  setName(name: string): void
  setKeyword(keyword: string): void
  stroke(): void
  notesOf(field: string): Note[]
  problemOf(field: string): ProblemShape | null
  begin(robot: RobotView | null): void
  leave(): void
  save(): Promise<void>
}

/** What is typed about a robot. Its webhook and secret stay in their boxes until the engine has them. */
export function useRobotForm(setup: SetupSnapshot, robot: RobotView | null): RobotFormState {
  const { id } = setup.connection
  const saving = useAction()
  const webhook = useRef<HTMLInputElement>(null)
  const secret = useRef<HTMLInputElement>(null)
  const [asked, setAsked] = useState<{ robot: RobotView | null } | null>(null)
  const [typed, setTyped] = useState<{ name: string; keyword: string } | null>(null)
  const [strokes, setStrokes] = useState(0)

  const tasks = [taskNamed(setup, 'robot'), taskNamed(setup, 'message')]
  const blamed = tasks.some(({ state, problem }) => state === 'problem' && robotFields.includes(problem?.field ?? ''))
  const wanted = asked !== null || blamed
  const open = wanted || robot === null
  const changing = asked ? asked.robot : robot
  const name = typed?.name ?? changing?.name ?? ''
  const keyword = typed?.keyword ?? changing?.keyword ?? ''

  const formNow = (): RobotForm => ({
    name,
    keyword: keyword || null,
    webhook: takeSecret(webhook),
    secret: takeSecret(secret),
  })
  const notes = useLive({ name, keyword, strokes }, () => engine.robotNotes(id, formNow()), [] as Note[])
  const filled: Record<string, boolean> = {
    'robot-name': name !== '',
    keyword: keyword !== '',
    webhook: takeSecret(webhook) !== null,
    'robot-secret': takeSecret(secret) !== null,
  }
  const leave = () => {
    setAsked(null)
    setTyped(null)
    saving.forget()
  }

  return {
    open,
    wanted,
    changing,
    name,
    keyword,
    webhook,
    secret,
    saving,
    setName: next => setTyped({ name: next, keyword }),
    setKeyword: next => setTyped({ name, keyword: next }),
    stroke: () => setStrokes(count => count + 1),
    notesOf: field => (filled[field] ? notes.filter(note => note.field === field) : []),
    problemOf: field => fieldProblem(field, saving.problem, tasks),
    begin: next => {
      setTyped(null)
      setAsked({ robot: next })
    },
    leave,
    save: async () => {
      if (!(await saving.run(() => engine.robotSave(id, changing?.id ?? null, formNow())))) return
      clearSecret(webhook)
      clearSecret(secret)
      leave()
    },
  }
}
