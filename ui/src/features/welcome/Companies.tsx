import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { type AppSnapshot, type ConnectionView, engine } from '../../ipc'
import type { Action } from '../../shared/lib'
import { useMoment, useSay, type WordId, Words } from '../../shared/words'
import styles from './welcome.module.css'

const regionWords: Record<ConnectionView['region'], WordId> = {
  practice: 'rail-practice',
  com: 'rail-mainland',
  io: 'rail-international',
}

/** Companies that were begun, to go on with. */
export function Companies({ app, action }: { app: AppSnapshot; action: Action }) {
  return (
    <section className={styles.companies}>
      <Words as="h2" id="welcome-continue" />
      <ul>
        {app.connections.map((connection, index) => (
          <Company key={connection.id} connection={connection} action={action} first={index === 0} />
        ))}
      </ul>
    </section>
  )
}

interface CompanyProps {
  connection: ConnectionView
  action: Action
  first: boolean
}

function Company({ connection, action, first }: CompanyProps) {
  const say = useSay()
  const { date } = useMoment()
  const [removing, setRemoving] = useState(false)
  const { id, region, stopsDone, finished, createdAt } = connection
  const name = connection.name || say('rail-unnamed')
  return (
    <li>
      <div className={styles.company}>
        <strong>{name}</strong>
        <span>
          <Words id={regionWords[region]} />
          {' · '}
          {finished ? (
            <Words id="welcome-finished" />
          ) : (
            <Words id="welcome-progress" values={{ done: stopsDone, date: date(createdAt) }} />
          )}
        </span>
      </div>
      {removing ? (
        <div className={styles.sure} role="alert">
          <Words id="welcome-remove-sure" />
          <Button onClick={() => setRemoving(false)}>{say('welcome-keep')}</Button>
          <Button className={styles.remove ?? ''} onClick={() => void action.run(() => engine.connectionRemove(id))}>
            {say('welcome-remove-now', { name })}
          </Button>
        </div>
      ) : (
        <div className={styles.sure}>
          <Button appearance="subtle" onClick={() => setRemoving(true)}>
            {say('welcome-remove', { name })}
          </Button>
          <Button
            appearance={first ? 'primary' : 'secondary'}
            disabledFocusable={action.busy}
            onClick={() => void action.run(() => engine.connectionSelect(id))}
          >
            {say('welcome-go-on', { name })}
          </Button>
        </div>
      )}
    </li>
  )
}
