import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { SetupSnapshot, Task } from '../../ipc'
import { useKeepsFocus } from '../../shared/lib'
import { Card, EmptyState, Page } from '../../shared/parts'
import { useSay } from '../../shared/words'
import { Editor } from './Editor'
import { ExportCard } from './ExportCard'
import { Row } from './Row'
import styles from './reminders.module.css'

interface Props {
  setup: SetupSnapshot
  onTask(task: Task): void
}

/** Everything that is to be looked at again: what is due first, with what can be done about it on the spot. */
export function Reminders({ setup, onTask }: Props) {
  const say = useSay()
  const { reminders, reminderOffers } = setup
  const [usual] = reminderOffers
  const { id } = setup.connection
  const [adding, setAdding] = useState(false)
  const list = useKeepsFocus<HTMLDivElement>(`${adding} ${reminders.map(one => `${one.id} ${one.state}`).join()}`)
  const add = (
    <Button appearance="primary" onClick={() => setAdding(true)}>
      {say('reminders-add')}
    </Button>
  )
  const isEmpty = reminders.length === 0 && !adding
  return (
    <Page title="reminders-title" lead="reminders-lead" actions={isEmpty || adding ? undefined : add}>
      {adding && usual && <Editor id={id} start={usual.form} offers={reminderOffers} onEnd={() => setAdding(false)} />}
      {isEmpty && (
        <EmptyState scene="calm" title="reminders-none" why="reminders-none-why">
          {add}
        </EmptyState>
      )}
      {reminders.length > 0 && (
        <div ref={list} tabIndex={-1} className={styles.list}>
          <Card title="reminders-list">
            <ul className={styles.rows}>
              {reminders.map(one => (
                <Row key={one.id} id={id} reminder={one} onTask={onTask} />
              ))}
            </ul>
          </Card>
          <ExportCard id={id} />
        </div>
      )}
    </Page>
  )
}
