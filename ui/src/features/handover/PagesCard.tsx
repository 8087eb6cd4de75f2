import { Button, Spinner } from '@fluentui/react-components'
import { useState } from 'react'
import { type ConnectionId, engine, type SheetLanguages } from '../../ipc'
import { useAction, useDesk } from '../../shared/lib'
import { Icon } from '../../shared/look'
import { Card, ChooseOne, type Option, ProblemText } from '../../shared/parts'
import { useSay } from '../../shared/words'
import styles from './handover.module.css'
import { Written } from './Written'

export const languages: Option<SheetLanguages>[] = [
  { value: 'both', label: 'handover-both' },
  { value: 'zh-hk', label: 'handover-chinese' },
  { value: 'en', label: 'handover-english' },
]

/** Pages for people, opened in the browser, which prints them. */
export function PagesCard({ id }: { id: ConnectionId }) {
  const say = useSay()
  const { announce } = useDesk()
  const { busy, problem, run } = useAction()
  const [chosen, setChosen] = useState<SheetLanguages>('both')
  const [path, setPath] = useState<string | null>(null)
  const make = (page: (id: ConnectionId, languages: SheetLanguages) => Promise<string>) =>
    void run(async () => {
      setPath(await page(id, chosen))
      announce(say('handover-page-made'))
    })
  const icon = busy ? <Spinner size="tiny" aria-hidden="true" /> : <Icon name="print" />
  return (
    <Card title="handover-pages" why="handover-pages-why">
      <ChooseOne
        legend="handover-languages"
        columns={3}
        options={languages}
        value={chosen}
        onChange={next => setChosen(next)}
      />
      <div className={styles.actions}>
        <Button icon={icon} disabledFocusable={busy} onClick={() => make(engine.handoverSheet)}>
          {say('handover-sheet-make')}
        </Button>
        <Button icon={icon} disabledFocusable={busy} onClick={() => make(engine.healthSheet)}>
          {say('handover-health-make')}
        </Button>
      </div>
      {path && <Written id="handover-page-made" path={path} />}
      {problem && <ProblemText problem={problem} />}
    </Card>
  )
}
