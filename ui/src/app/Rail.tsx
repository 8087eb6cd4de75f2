import type { ReactNode } from 'react'
import { type AppSnapshot, engine, type SetupSnapshot } from '../ipc'
import { useAction } from '../shared/lib'
import { Icon, type IconName, Mark } from '../shared/look'
import { LanguageChoice } from '../shared/parts'
import { useSay, type WordId, Words } from '../shared/words'
import styles from './rail.module.css'
import type { View } from './Shell'

const regionWords: Record<SetupSnapshot['connection']['region'], WordId> = {
  practice: 'rail-practice',
  com: 'rail-mainland',
  io: 'rail-international',
}

interface Props {
  app: AppSnapshot
  setup: SetupSnapshot
  view: View
  onView(view: View): void
}

export function Rail({ app, setup, view, onView }: Props) {
  const say = useSay()
  const { run } = useAction()
  const { name, region, stopsDone } = setup.connection
  return (
    <nav className={styles.rail} aria-label={say('rail-label')}>
      <div className={styles.company}>
        <Mark />
        <div>
          <strong>{name || say('rail-unnamed')}</strong>
          <Words as="span" id={regionWords[region]} />
        </div>
      </div>
      <div className={styles.entries}>
        <Entry icon="line" name="rail-setup" on={view === 'setup'} onPress={() => onView('setup')}>
          <span className={styles.count} data-all={setup.finished}>
            <Words id="rail-progress" values={{ done: stopsDone }} />
          </span>
        </Entry>
        {setup.finished && (
          <Entry icon="seal" name="rail-verified" on={view === 'finish'} onPress={() => onView('finish')} />
        )}
        <Entry icon="doctor" name="rail-doctor" on={view === 'doctor'} onPress={() => onView('doctor')} />
      </div>
      <div className={styles.foot}>
        <button type="button" className={styles.quiet} onClick={() => void run(engine.connectionLeave)}>
          <Words id="rail-companies" />
        </button>
        <LanguageChoice value={app.language} onChange={tag => void run(() => engine.chooseLanguage(tag))} />
      </div>
    </nav>
  )
}

interface EntryProps {
  icon: IconName
  name: WordId
  on: boolean
  onPress(): void
  children?: ReactNode
}

function Entry({ icon, name, on, onPress, children }: EntryProps) {
  return (
    <button type="button" className={styles.entry} aria-current={on ? 'page' : undefined} onClick={onPress}>
      <Icon name={icon} size={18} />
      <Words id={name} />
      {children}
    </button>
  )
}
