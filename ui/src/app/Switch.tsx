import { useState } from 'react'
import { type AppSnapshot, engine } from '../ipc'
import type { Action } from '../shared/lib'
import { Spoken, useSay, Words } from '../shared/words'
import styles from './rail.module.css'

interface Props {
  app: AppSnapshot
  /** The rail's: it has the room to tell a failure. */
  run: Action['run']
}

/** How many companies there are, and the way to each of the others. */
export function Switch({ app, run }: Props) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const count = app.connections.length
  if (count < 2) return null
  const others = app.connections.filter(({ id }) => id !== app.current)
  return (
    <>
      <button
        type="button"
        className={styles.quiet}
        aria-expanded={open}
        title={say('rail-switch')}
        onClick={() => setOpen(!open)}
      >
        <Words id="rail-count" values={{ count }} />
        <span aria-hidden="true">{open ? ' ▴' : ' ▾'}</span>
      </button>
      {open && (
        <ul className={styles.others}>
          {others.map(({ id, name, standing }) => (
            <li key={id}>
              <button type="button" onClick={() => void run(() => engine.connectionSelect(id))}>
                <Spoken text={name || say('rail-unnamed')} />
                <Words id={`overview-state-${standing}`} />
              </button>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
