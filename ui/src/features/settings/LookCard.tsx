import { type AppSnapshot, engine, type Theme } from '../../ipc'
import { useAction } from '../../shared/lib'
import { Card, ChooseOne, LanguageChoice, type Option, ProblemText, ZoomChoice } from '../../shared/parts'
import { Words } from '../../shared/words'
import styles from './settings.module.css'

const themes: readonly Option<Theme>[] = [
  { value: 'system', label: 'settings-theme-system', why: 'settings-theme-system-why' },
  { value: 'light', label: 'settings-theme-light', why: 'settings-theme-light-why' },
  { value: 'dark', label: 'settings-theme-dark', why: 'settings-theme-dark-why' },
]

/** Language, colours and size: each takes effect at once. */
export function LookCard({ app }: { app: AppSnapshot }) {
  const { run, problem } = useAction()
  return (
    <Card title="settings-look-title" why="settings-look-why">
      <ul className={styles.rows}>
        <li>
          <Words id="language-label" />
          <LanguageChoice value={app.language} onChange={tag => void run(() => engine.chooseLanguage(tag))} />
        </li>
        <li>
          <Words id="zoom-label" />
          <ZoomChoice size={app.zoom} onStep={step => void run(() => engine.zoom(step))} />
        </li>
      </ul>
      <ChooseOne
        legend="settings-theme"
        options={themes}
        value={app.theme}
        columns={3}
        onChange={theme => void run(() => engine.themeChoose(theme))}
      />
      {problem && <ProblemText problem={problem} />}
    </Card>
  )
}
