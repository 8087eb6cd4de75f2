import { type FormEvent, type ReactNode, useEffect, useId, useState } from 'react'
import type { NoteShape, ProblemShape } from '../lib'
import { type WordId, Words } from '../words'
import styles from './field.module.css'
import { Note } from './Note'
import { ProblemText } from './ProblemText'

export interface FrameProps {
  label: WordId
  /** Beside the label, in grey: the old name, where it is. */
  aside?: WordId | undefined
  /** Under the label: what to write, in a sentence. */
  hint?: WordId | undefined
  /** Remarks while it is typed; a field that may have some keeps room for a line, so that nothing below slips away. */
  notes?: readonly NoteShape[] | undefined
  /** What stands already, while nothing is typed: "set on DATE", or how many characters came from a paste. */
  standing?: string | null | undefined
  problem?: ProblemShape | null | undefined
}

export interface Wiring {
  id: string
  'aria-describedby': string | undefined
  'aria-invalid': boolean | undefined
}

/** The level that colours the field: the worst there is. */
export function levelOf({ notes, problem }: FrameProps): 'fine' | 'warn' | 'stop' | undefined {
  if (problem || notes?.some(note => note.level === 'stop')) return 'stop'
  if (notes?.some(note => note.level === 'warn')) return 'warn'
  return notes?.length ? 'fine' : undefined
}

/** Label, control, remarks, and the failure that belongs here, wired for screen readers. */
export function FieldFrame({ children, ...given }: FrameProps & { children: (wiring: Wiring) => ReactNode }) {
  const { problem, outdate } = useFresh(given.problem ?? null)
  const frame = { ...given, problem }
  const { label, aside, hint, standing } = frame
  // A failure says more than the remark that foresaw it.
  const notes = problem ? [] : (frame.notes ?? [])
  const keepsLine = frame.notes !== undefined && !problem
  const id = useId()
  const level = levelOf(frame)
  const described = [
    aside && `${id}-aside`,
    hint && `${id}-hint`,
    (standing || notes.length > 0) && `${id}-under`,
    problem && `${id}-problem`,
  ]
  const wiring: Wiring = {
    id,
    'aria-describedby': described.filter(Boolean).join(' ') || undefined,
    'aria-invalid': level === 'stop' || undefined,
  }
  return (
    // Not `onInput`: drawing anew between a list's `input` and its `change` would put the old choice back.
    <div className={styles.field} data-level={level} onChange={outdate}>
      <div className={styles.labels}>
        <label htmlFor={id}>
          <Words id={label} />
        </label>
        {aside && (
          <span className={styles.aside} id={`${id}-aside`}>
            <Words id={aside} />
          </span>
        )}
      </div>
      {hint && (
        <p className={styles.hint} id={`${id}-hint`}>
          <Words id={hint} />
        </p>
      )}
      {children(wiring)}
      {(standing || keepsLine) && (
        <div id={`${id}-under`} className={keepsLine ? styles.notes : undefined}>
          {standing && (
            <p className={styles.standing}>
              <span aria-hidden="true">✓</span>
              {standing}
            </p>
          )}
          {notes.map(note => (
            <Note key={note.code} note={note} />
          ))}
        </div>
      )}
      {problem && <ProblemText problem={problem} id={`${id}-problem`} turn="shown" />}
    </div>
  )
}

/** A failure is about what was sent: once something else is typed, it makes room for the remarks about that. */
function useFresh(problem: ProblemShape | null) {
  const key = JSON.stringify(problem)
  const [outdated, setOutdated] = useState<string | null>(null)
  useEffect(() => setOutdated(old => (old === key ? old : null)), [key])
  const outdate = ({ nativeEvent }: FormEvent) => {
    // A secret that is taken out of its box by the app was not typed by anybody.
    if (nativeEvent.isTrusted) setOutdated(key)
  }
  return { problem: key === outdated ? null : problem, outdate }
}
