import { Button, Spinner } from '@fluentui/react-components'
import { useState } from 'react'
import { engine, type SetupSnapshot, type SheetLanguages } from '../../ipc'
import { useAction, useDesk } from '../../shared/lib'
import { Icon } from '../../shared/look'
import { ChooseOne, CopyButton, type Option, ProblemText, TaskCard } from '../../shared/parts'
import { useSay, Words } from '../../shared/words'
import styles from './permissions.module.css'

const languages: Option<SheetLanguages>[] = [
  { value: 'both', label: 'permissions-sheet-both' },
  { value: 'zh-hk', label: 'permissions-sheet-chinese' },
  { value: 'en', label: 'permissions-sheet-english' },
]

type Months = '3' | '6' | '12'

const reviews: Option<Months>[] = [
  { value: '3', label: 'permissions-sheet-3-months' },
  { value: '6', label: 'permissions-sheet-6-months' },
  { value: '12', label: 'permissions-sheet-12-months' },
]

/** One printable page for the person who grants: what, why, how risky, for how long, and where. */
export function SheetCard({ setup }: { setup: SetupSnapshot }) {
  const say = useSay()
  const { announce } = useDesk()
  const { id } = setup.connection
  const { busy, problem, run } = useAction()
  const [chosen, setChosen] = useState<SheetLanguages>('both')
  const [months, setMonths] = useState<Months>('6')
  const [path, setPath] = useState<string | null>(null)
  const make = () =>
    run(async () => {
      setPath(await engine.permissionSheet(id, chosen, Number(months)))
      announce(say('permissions-sheet-made'))
    })
  return (
    <TaskCard
      title="permissions-sheet"
      why="permissions-sheet-why"
      actions={
        <Button
          icon={busy ? <Spinner size="tiny" aria-hidden="true" /> : <Icon name="external" />}
          iconPosition="after"
          disabledFocusable={busy}
          onClick={() => void make()}
        >
          {say('permissions-sheet-make')}
        </Button>
      }
    >
      <ChooseOne
        legend="permissions-sheet-languages"
        columns={3}
        options={languages}
        value={chosen}
        onChange={next => setChosen(next)}
      />
      <ChooseOne
        legend="permissions-sheet-review"
        columns={3}
        options={reviews}
        value={months}
        onChange={next => setMonths(next)}
      />
      {path && (
        <div className={styles.made}>
          <Words as="p" id="permissions-sheet-made" />
          <p className={styles.code}>
            <samp>{path}</samp>
            <CopyButton look="sign" name="permissions-sheet-copy-path" text={path} />
          </p>
        </div>
      )}
      {problem && <ProblemText problem={problem} />}
    </TaskCard>
  )
}
