import { type ReactNode, useId, useState } from 'react'
import { type AppSnapshot, engine, type SetupSnapshot } from '../ipc'
import { useAction } from '../shared/lib'
import { Icon, Mark } from '../shared/look'
import { LanguageChoice, ProblemText, RegionName, ZoomChoice } from '../shared/parts'
import { Spoken, useSay, Words } from '../shared/words'
import styles from './rail.module.css'
import { Switch } from './Switch'
import { type View, viewOrder, views } from './views'

interface Props {
  app: AppSnapshot
  setup: SetupSnapshot
  view: View
  onView(view: View): void
  onHelp(): void
}

export function Rail({ app, setup, view, onView, onHelp }: Props) {
  const say = useSay()
  const { run, problem } = useAction()
  // On a small or much enlarged window the menu is folded away above the page.
  const [open, setOpen] = useState(false)
  const fold = useId()
  const { name, region, stopsDone } = setup.connection
  const pressing = setup.overview.waits.filter(({ kind }) => kind !== 'open' && kind !== 'answered').length
  return (
    <nav className={styles.rail} aria-label={say('rail-label')} data-open={open}>
      <div className={styles.company}>
        <Mark />
        <div>
          <strong>
            <Spoken text={name || say('rail-unnamed')} />
          </strong>
          <RegionName region={region} className={styles.region} />
          <Switch app={app} run={run} />
        </div>
        <button
          type="button"
          className={styles.menu}
          aria-expanded={open}
          aria-controls={fold}
          onClick={() => setOpen(!open)}
        >
          <Icon name={open ? 'close' : 'menu'} />
          <Words id="rail-menu" />
        </button>
      </div>
      {problem && <ProblemText problem={problem} />}
      <div className={styles.fold} id={fold}>
        <div className={styles.entries}>
          {viewOrder
            .filter(name => !views[name].foot && (views[name].offered?.(setup) ?? true))
            .map(name => (
              <Entry
                key={name}
                view={name}
                on={view === name}
                onPress={() => {
                  setOpen(false)
                  onView(name)
                }}
              >
                {name === 'overview' && pressing > 0 && (
                  <span className={styles.count}>
                    <span aria-hidden="true">{pressing}</span>
                    <span className="hidden-words">{say('rail-waiting', { count: pressing })}</span>
                  </span>
                )}
                {name === 'setup' && (
                  <span className={styles.count} data-all={setup.finished}>
                    <Words id="rail-progress" values={{ done: stopsDone }} />
                  </span>
                )}
              </Entry>
            ))}
        </div>
        <div className={styles.foot}>
          <button
            type="button"
            className={styles.help}
            aria-keyshortcuts="F1"
            onClick={() => {
              setOpen(false)
              onHelp()
            }}
          >
            <Icon name="help" size={18} />
            <Words id="rail-help" /> <span className={styles.key}>F1</span>
          </button>
          {viewOrder
            .filter(name => views[name].foot)
            .map(name => (
              <button
                key={name}
                type="button"
                className={styles.quiet}
                aria-current={view === name ? 'page' : undefined}
                onClick={() => {
                  setOpen(false)
                  onView(name)
                }}
              >
                <Words id={views[name].name} />
                {name === 'settings' && app.newer && (
                  <>
                    {' '}
                    <Words id="rail-newer" className={styles.newer} />
                  </>
                )}
              </button>
            ))}
          <button type="button" className={styles.quiet} onClick={() => void run(engine.connectionLeave)}>
            <Words id="rail-companies" />
          </button>
          <div className={styles.sizes}>
            <LanguageChoice value={app.language} onChange={tag => void run(() => engine.chooseLanguage(tag))} />
            <ZoomChoice size={app.zoom} onStep={step => void run(() => engine.zoom(step))} />
          </div>
        </div>
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
