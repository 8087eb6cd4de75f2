import { messageValues, type NoteShape } from '../lib'
import { Spoken, useSay } from '../words'
import styles from './field.module.css'

const signs: Record<NoteShape['level'], string> = { fine: '✓', warn: '!', stop: '✕' }

/** A remark under a field while it is being typed. */
export function Note({ note }: { note: NoteShape }) {
  const say = useSay()
  return (
    <p className={styles.note} data-level={note.level}>
      <span aria-hidden="true">{signs[note.level]}</span>
      <span>
        <Spoken text={say(`note-${note.code}`, messageValues(note.args))} />
      </span>
    </p>
  )
}
