import { Button } from '@fluentui/react-components'
import { Suspense, useState } from 'react'
import { type AppSnapshot, type ConnectionView, engine } from '../../ipc'
import type { Action } from '../../shared/lib'
import { RegionName } from '../../shared/parts'
import { later, Spoken, useMoment, useSay, Words } from '../../shared/words'
import { Removals, type Removed } from './Removals'
import styles from './welcome.module.css'

const Manage = later(async () => (await import('./Manage')).Manage)

/** Companies that were begun, to go on with, to change, or to remove. */
export function Companies({ app, action }: { app: AppSnapshot; action: Action }) {
  const [removed, setRemoved] = useState<Removed | null>(null)
  return (
    <>
      <Removals app={app} removed={removed} onRemoved={setRemoved} />
      {app.connections.length > 0 && (
        <section className={styles.companies}>
          <Words as="h2" id="welcome-continue" />
          <ul>
            {app.connections.map((connection, index) => (
              <Company
                key={connection.id}
                connection={connection}
                action={action}
                first={index === 0}
                onRemoved={setRemoved}
              />
            ))}
          </ul>
        </section>
      )}
    </>
  )
}

interface CompanyProps {
  connection: ConnectionView
  action: Action
  first: boolean
  onRemoved(removed: Removed): void
}

function Company({ connection, action, first, onRemoved }: CompanyProps) {
  const say = useSay()
  const { date } = useMoment()
  const [open, setOpen] = useState(false)
  const { id, region, stopsDone, finished, createdAt, settled, standing } = connection
  const name = connection.name || say('rail-unnamed')
  return (
    <li>
      <div className={styles.company}>
        <strong>
          <Spoken text={name} />
        </strong>
        <span>
          <RegionName region={region} />
          {' · '}
          {settled && !finished ? (
            <Words id={`overview-state-${standing}`} />
          ) : finished ? (
            <Words id={standing === 'well' ? 'welcome-finished' : `overview-state-${standing}`} />
          ) : (
            <Words id="welcome-progress" values={{ done: stopsDone, date: date(createdAt) }} />
          )}
        </span>
      </div>
      <div className={styles.sure}>
        <Button
          appearance="subtle"
          aria-label={say('welcome-more-name', { name })}
          aria-expanded={open}
          onClick={() => setOpen(!open)}
        >
          {say('welcome-more')}
        </Button>
        <Button
          appearance={first ? 'primary' : 'secondary'}
          disabledFocusable={action.busy}
          onClick={() => void action.run(() => engine.connectionSelect(id))}
        >
          <Words id="welcome-go-on" values={{ name }} />
        </Button>
      </div>
      {open && (
        <Suspense fallback={null}>
          <Manage id={id} name={name} onClose={() => setOpen(false)} onRemoved={onRemoved} />
        </Suspense>
      )}
    </li>
  )
}
