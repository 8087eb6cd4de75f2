import { type RefObject, useEffect, useRef, useState } from 'react'
import {
  engine,
  type Note,
  type RobotDraft,
  type RobotForm,
  type RobotView,
  type SetupSnapshot,
  taskNamed,
} from '../../../ipc'
import { type Action, fieldProblem, type ProblemShape, useAction, useDraft, useLive } from '../../../shared/lib'
import { clearSecret, takeSecret } from '../../../shared/parts'

/** A failure beside one of these opens the form; what a send found out about security has a correction of its own. */
const blamedFields = ['robot-name', 'webhook']

export interface RobotFormState {
  /** Shown: none is saved yet, somebody asked, or a failure belongs beside one of its fields. */
  open: boolean
  /** Shown because there is something to change, not for want of a robot alone. */
  wanted: boolean
  /** The saved one that is being changed; none: a new one. */
  changing: RobotView | null
  typed: RobotDraft
  webhook: RefObject<HTMLInputElement | null>
  secret: RefObject<HTMLInputElement | null>
  saving: Action
  change(part: Partial<RobotDraft>): void
  keep(): void
  stroke(): void
  notesOf(field: string): Note[]
  problemOf(field: string): ProblemShape | null
  begin(robot: RobotView | null): void
  leave(): void
  save(): Promise<void>
}

/** Signing is what we advise, and what the first robot is set to until somebody says otherwise. */
const advised = { signature: true, keyword: false, address: false }

export function draftOf(robot: RobotView | null): RobotDraft {
  return {
    robot: robot?.id ?? null,
    name: robot?.name ?? '',
    keyword: robot?.keyword ?? '',
    security: robot?.security ?? advised,
    rehearsal: robot?.rehearsal ?? false,
  }
}

/**
 * What is typed about a robot: kept by the engine, so that nothing is lost by going elsewhere. Its webhook and secret stay
 * in their boxes until the engine has them; they stay there, too, while another kind of security is looked at.
 */
export function useRobotForm(setup: SetupSnapshot, robot: RobotView | null): RobotFormState {
  const { id } = setup.connection
  const { robots, robotDraft } = setup.test
  const saving = useAction()
  const webhook = useRef<HTMLInputElement>(null)
  const secret = useRef<HTMLInputElement>(null)
  const [strokes, setStrokes] = useState(0)
  const draft = useDraft(robotDraft, next => engine.robotDraft(id, next))

  const tasks = [taskNamed(setup, 'robot'), taskNamed(setup, 'message')]
  const blame = tasks.find(({ state, problem }) => state === 'problem' && blamedFields.includes(problem?.field ?? ''))
  // Once it was seen and left, or mended, the same failure opens nothing: another robot may be what is wanted.
  const [past, setPast] = useState('')
  const blameNow = blame ? JSON.stringify(blame.problem) : ''
  const blamed = blameNow !== past && blameNow !== ''
  useEffect(() => {
    if (blameNow === '') setPast('')
  }, [blameNow])
  const asked = draft.value
  const wanted = asked !== null || blamed
  const open = wanted || robot === null
  const changing = asked ? (robots.find(each => each.id === asked.robot) ?? null) : robot
  const typed = asked ?? draftOf(robot)
  const { name, keyword, security } = typed

  const formNow = (): RobotForm => ({
    name,
    keyword: security.keyword && keyword ? keyword : null,
    webhook: takeSecret(webhook),
    secret: security.signature ? takeSecret(secret) : null,
    security,
    rehearsal: typed.rehearsal,
  })
  const notes = useLive({ name, keyword, strokes }, () => engine.robotNotes(id, formNow()), [] as Note[])
  const filled: Record<string, boolean> = {
    'robot-name': name !== '',
    keyword: keyword !== '',
    webhook: takeSecret(webhook) !== null,
    'robot-secret': takeSecret(secret) !== null,
  }
  const leave = () => {
    draft.change(null)
    void draft.flush()
    saving.forget()
    setPast(blameNow)
  }

  return {
    open,
    wanted,
    changing,
    typed,
    webhook,
    secret,
    saving,
    change: part => draft.change({ ...typed, ...part }),
    keep: () => void draft.flush(),
    stroke: () => setStrokes(count => count + 1),
    notesOf: field => (filled[field] ? notes.filter(note => note.field === field) : []),
    problemOf: field => fieldProblem(field, saving.problem, tasks),
    begin: next => {
      draft.change(draftOf(next))
      void draft.flush()
    },
    leave,
    save: async () => {
      await draft.flush()
      if (!(await saving.run(() => engine.robotSave(id, changing?.id ?? null, formNow())))) return
      clearSecret(webhook)
      clearSecret(secret)
      saving.forget()
      setPast(blameNow)
    },
  }
}
