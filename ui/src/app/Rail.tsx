import type { ReactNode } from 'react'
import { type AppSnapshot, engine, type SetupSnapshot } from '../ipc'
import { useAction } from '../shared/lib'
import { Icon, Mark } from '../shared/look'
import { LanguageChoice } from '../shared/parts'
import { useSay, type WordId, Words } from '../shared/words'
import styles from './rail.module.css'
import { type View, viewOrder, views } from './views'

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
  onHelp(): void
}

export function Rail({ app, setup, view, onView, onHelp }: Props) {
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
        {viewOrder
          .filter(name => views[name].offered?.(setup) ?? true)
          .map(name => (
            <Entry key={name} view={name} on={view === name} onPress={() => onView(name)}>
              {name === 'setup' && (
                <span className={styles.count} data-all={setup.finished}>
                  <Words id="rail-progress" values={{ done: stopsDone }} />
                </span>
              )}
            </Entry>
          ))}
      </div>
      <div className={styles.foot}>
        <button type="button" className={styles.help} onClick={onHelp} aria-keyshortcuts="F1">
          <Icon name="help" size={18} />
          <Words id="rail-help" />
          <span className={styles.key}>F1</span>
        </button>
        <button type="button" className={styles.quiet} onClick={() => void run(engine.connectionLeave)}>
          <Words id="rail-companies" />
        </button>
        <LanguageChoice value={app.language} onChange={tag => void run(() => engine.chooseLanguage(tag))} />
      </div>
    </nav>
  )
}

interface EntryProps {
  view: View
  on: boolean
  onPress(): void
  children?: ReactNode
}

function Entry({ view, on, onPress, children }: EntryProps) {
  const { icon, name } = views[view]
  return (
    <button type="button" className={styles.entry} aria-current={on ? 'page' : undefined} onClick={onPress}>
      <Icon name={icon} size={18} />
      <Words id={name} />
      {children}
    </button>
  )
}
