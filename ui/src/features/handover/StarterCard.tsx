import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { type ConnectionId, engine } from '../../ipc'
import { useAction, useDesk } from '../../shared/lib'
import { Icon } from '../../shared/look'
import { Card, ProblemText } from '../../shared/parts'
import { useSay, Words } from '../../shared/words'
import styles from './handover.module.css'
import { Written } from './Written'

/** For whoever programs against the app. */
export function StarterCard({ id }: { id: ConnectionId }) {
  const say = useSay()
  const { announce } = useDesk()
  const { busy, problem, run } = useAction()
  const [path, setPath] = useState<string | null>(null)
  const save = () =>
    void run(async () => {
      const saved = await engine.starterSave(id)
      if (saved === null) return
      setPath(saved)
      announce(say('handover-starter-made'))
    })
  return (
    <Card title="handover-starter" why="handover-starter-why">
      <ul className={styles.list}>
        <Words as="li" id="handover-starter-postman" />
        <Words as="li" id="handover-starter-programs" />
        <Words as="li" id="handover-starter-env" />
      </ul>
      <div className={styles.actions}>
        <Button icon={<Icon name="download" />} disabledFocusable={busy} onClick={save}>
          {say('handover-starter-save')}
        </Button>
      </div>
      {path && <Written id="handover-starter-made" path={path} />}
      {problem && <ProblemText problem={problem} />}
    </Card>
  )
}
