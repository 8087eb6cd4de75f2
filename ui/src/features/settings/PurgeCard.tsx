import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { engine, type Purged, type PurgeList } from '../../ipc'
import { useAction, useDesk } from '../../shared/lib'
import { Icon } from '../../shared/look'
import { Card, ProblemText, RegionName, TextField } from '../../shared/parts'
import { Spoken, useSay, Words } from '../../shared/words'
import styles from './settings.module.css'

/** Everything that the app has put on this computer: shown by name, and gone only after the app's own name was typed. */
export function PurgeCard() {
  const say = useSay()
  const { announce } = useDesk()
  const { busy, run, problem } = useAction()
  const [list, setList] = useState<PurgeList | null>(null)
  const [typed, setTyped] = useState('')
  const [gone, setGone] = useState<Purged | null>(null)
  const word = say('settings-purge-word')
  const sure = typed.trim().toLowerCase() === word.toLowerCase()
  const look = () => void run(async () => setList(await engine.purgeList()))
  // Typed again the next time: nothing is armed before somebody has looked.
  const forget = () => {
    setList(null)
    setTyped('')
  }
  const purge = () =>
    void run(async () => {
      setGone(await engine.purge())
      announce(say('settings-purge-done'))
    })
  if (gone) return <Gone gone={gone} />
  return (
    <Card title="settings-purge-title" why="settings-purge-why">
      {!list && (
        <div>
          <Button icon={<Icon name="list" />} disabledFocusable={busy} onClick={look}>
            {say('settings-purge-look')}
          </Button>
        </div>
      )}
      {list && (
        <>
          <Listed list={list} />
          <TextField label="settings-purge-type" hint="settings-purge-type-hint" value={typed} onChange={setTyped} />
          <div className={styles.actions}>
            <Button icon={<Icon name="remove" />} disabledFocusable={busy || !sure} onClick={() => sure && purge()}>
              {say('settings-purge-go')}
            </Button>
            <Button appearance="subtle" onClick={forget}>
              {say('settings-purge-not')}
            </Button>
          </div>
        </>
      )}
      {problem && <ProblemText problem={problem} />}
    </Card>
  )
}

function Listed({ list }: { list: PurgeList }) {
  const say = useSay()
  return (
    <div className={styles.listed}>
      <Words as="h3" id="settings-purge-goes" />
      <ul>
        {list.companies.map((one, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two companies may have the same name
          <li key={at}>
            <Spoken text={one.name || say('rail-unnamed')} /> · <RegionName region={one.region} />
          </li>
        ))}
        <li>
          <Words id="settings-purge-secrets" values={{ secrets: list.secrets }} />
        </li>
        {list.startsItself && (
          <li>
            <Words id="settings-purge-starts" />
          </li>
        )}
        {list.tasks.length > 0 && (
          <li>
            <Words id="settings-purge-tasks" values={{ tasks: list.tasks.length }} />
          </li>
        )}
        {list.pages && (
          <li>
            <Words id="settings-purge-pages" values={{ folder: list.pages }} />
          </li>
        )}
        <li>
          <Words id="settings-purge-files" values={{ files: list.files.length, folder: list.folder }} />
        </li>
      </ul>
      <details>
        <summary>{say('settings-purge-all-files')}</summary>
        <ul className={styles.files}>
          {list.files.map(file => (
            <li key={file}>{file}</li>
          ))}
        </ul>
      </details>
      {list.strangers.length > 0 && (
        <>
          <Words as="h3" id="settings-purge-stays" />
          <ul className={styles.files}>
            {list.strangers.map(file => (
              <li key={file}>{file}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function Gone({ gone }: { gone: Purged }) {
  const say = useSay()
  return (
    <Card title="settings-purge-done">
      <Words
        as="p"
        id="settings-purge-told"
        values={{ companies: gone.companies, secrets: gone.secrets, files: gone.files }}
      />
      {!gone.folderGone && <Words as="p" id="settings-purge-folder" values={{ folder: gone.folder }} />}
      <div>
        <Button appearance="primary" onClick={() => void engine.appClose().catch(() => undefined)}>
          {say('settings-purge-close')}
        </Button>
      </div>
    </Card>
  )
}
