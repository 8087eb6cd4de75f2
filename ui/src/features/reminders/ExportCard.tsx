import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { type ConnectionId, engine } from '../../ipc'
import { useAction, useDesk } from '../../shared/lib'
import { Icon } from '../../shared/look'
import { Card, ProblemText } from '../../shared/parts'
import { useSay, Words } from '../../shared/words'
import styles from './reminders.module.css'

/** A calendar file where the person wants it, and how to take it in. */
export function ExportCard({ id }: { id: ConnectionId }) {
  const say = useSay()
  const { announce } = useDesk()
  const { busy, problem, run } = useAction()
  const [path, setPath] = useState<string | null>(null)
  const save = () =>
    void run(async () => {
      const written = await engine.reminderExport(id)
      if (written === null) return
      setPath(written)
      announce(say('reminders-export-told', { path: written }))
    })
  return (
    <Card title="reminders-export" why="reminders-export-why">
      <div className={styles.ends}>
        <Button icon={<Icon name="calendar" />} disabledFocusable={busy} onClick={save}>
          {say('reminders-export-save')}
        </Button>
      </div>
      {path && (
        <p className={styles.path}>
          <Words id="reminders-export-told" values={{ path }} />
        </p>
      )}
      {problem && <ProblemText problem={problem} />}
    </Card>
  )
}
