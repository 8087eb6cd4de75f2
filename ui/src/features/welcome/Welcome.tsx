import { Button } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { type AppSnapshot, engine, type Region } from '../../ipc'
import { type Action, useAction, useDesk, useTakesFocus } from '../../shared/lib'
import { Icon, Mark, TramDrawing } from '../../shared/look'
import { LanguageChoice, ProblemText, ZoomChoice } from '../../shared/parts'
import { useSay, type WordId, Words } from '../../shared/words'
import { Companies } from './Companies'
import styles from './welcome.module.css'

const stops: WordId[] = ['stop-register', 'stop-keys', 'stop-permissions', 'stop-test', 'stop-protect']

interface Props {
  app: AppSnapshot
  /** An error can be explained before there is a company. */
  onDoctor(): void
  /** A company that was set up on another computer comes in a file. */
  onHandover(): void
  /** What has to be told before anything is begun. */
  told: ReactNode
}

/** The first start, and the place where companies are changed. */
export function Welcome({ app, onDoctor, onHandover, told }: Props) {
  const say = useSay()
  const { showTour } = useDesk()
  const action = useAction()
  // The page and not its heading: the choice of the language stands before that.
  const page = useTakesFocus<HTMLElement>()
  const begin = (region: Region) =>
    action.run(async () => {
      if (!app.languageChosen) await engine.chooseLanguage(app.language)
      await engine.connectionCreate(region)
    })
  return (
    <main className={styles.page} ref={page} tabIndex={-1}>
      <div className={styles.inside}>
        <header className={styles.top}>
          <Mark size={40} />
          <Words as="strong" id="welcome-brand" />
          <ZoomChoice size={app.zoom} onStep={step => void action.run(() => engine.zoom(step))} />
          <LanguageChoice value={app.language} onChange={tag => void action.run(() => engine.chooseLanguage(tag))} />
        </header>
        <div className={styles.hero}>
          <Words as="h1" id="welcome-title" />
          <Words as="p" id="welcome-lead" />
        </div>
        <TramDrawing at="start" />
        <ol className={styles.stops}>
          {stops.map(id => (
            <Words as="li" key={id} id={id} />
          ))}
        </ol>
        {told && <div className={styles.told}>{told}</div>}
        <Companies app={app} action={action} />
        <div className={styles.ways}>
          <Way
            title="welcome-practice"
            why="welcome-practice-why"
            button="welcome-practice-start"
            action={action}
            onStart={() => void begin('practice')}
            first={app.connections.length === 0 && !app.policy.practiceOff}
            shut={app.policy.practiceOff ? 'welcome-practice-off' : undefined}
          />
          <Way
            title="welcome-company"
            why="welcome-company-why"
            button="welcome-company-start"
            action={action}
            onStart={() => void begin('com')}
            first={app.connections.length === 0 && app.policy.practiceOff}
          />
        </div>
        {action.problem && <ProblemText problem={action.problem} />}
        <footer className={styles.small}>
          <Words as="p" id="welcome-quiet" values={{ version: app.version }} />
          <Button appearance="subtle" size="small" icon={<Icon name="lock" />} onClick={onHandover}>
            {say('welcome-handover')}
          </Button>
          <Button appearance="subtle" size="small" icon={<Icon name="doctor" />} onClick={onDoctor}>
            {say('rail-doctor')}
          </Button>
          <Button appearance="subtle" size="small" icon={<Icon name="tram" />} onClick={showTour}>
            {say('tour-again')}
          </Button>
        </footer>
      </div>
    </main>
  )
}

interface WayProps {
  title: WordId
  why: WordId
  button: WordId
  action: Action
  onStart(): void
  first?: boolean
  /** Why it cannot be begun here. */
  shut?: WordId | undefined
}

function Way({ title, why, button, action, onStart, first, shut }: WayProps) {
  const say = useSay()
  return (
    <section className={styles.way} data-first={first}>
      <Words as="h2" id={title} />
      <Words as="p" id={shut ?? why} />
      <Button
        appearance={first ? 'primary' : 'secondary'}
        icon={<Icon name="next" />}
        iconPosition="after"
        disabled={shut !== undefined}
        disabledFocusable={action.busy}
        onClick={onStart}
      >
        {say(button)}
      </Button>
    </section>
  )
}
