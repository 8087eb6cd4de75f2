import { Button, Spinner } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import type { SetupSnapshot, Standing, Stop } from '../../ipc'
import { useTakesFocus } from '../../shared/lib'
import { Icon } from '../../shared/look'
import { useMoment, useSay, Words } from '../../shared/words'
import { headlineOf } from './headline'
import styles from './overview.module.css'

interface Props {
  setup: SetupSnapshot
  onStop(stop: Stop): void
  onCompany(): void
  checkProblem: ReactNode
}

/** The big sign, what is so, what follows from it, and what to do next. */
export function Headline({ setup, onStop, onCompany, checkProblem }: Props) {
  const say = useSay()
  const { date } = useMoment()
  const heading = useTakesFocus<HTMLHeadingElement>()
  const { overview } = setup
  const { title, after, values = {} } = headlineOf(setup, date)
  const stop = overview.next ? say(`stop-${overview.next}`) : ''
  const { checking } = overview
  return (
    <header className={styles.headline}>
      <BigSign standing={overview.standing} busy={checking !== null} />
      <div className={styles.said}>
        <h1 ref={heading} tabIndex={-1}>
          {checking ? <Words id="overview-checking" values={{ ...checking }} /> : <Words id={title} values={values} />}
        </h1>
        {checking ? (
          <>
            <Words as="p" id="overview-checking-then" />
            <progress value={checking.done} max={checking.total} aria-label={say('overview-state-checking')} />
          </>
        ) : (
          <Words as="p" id={after} values={{ ...values, stop }} />
        )}
        {!checking && <Next setup={setup} stop={stop} onStop={onStop} onCompany={onCompany} />}
        {checkProblem}
      </div>
    </header>
  )
}

interface NextProps extends Omit<Props, 'checkProblem'> {
  stop: string
}

function Next({ setup, stop, onStop, onCompany }: NextProps) {
  const say = useSay()
  const { standing, next } = setup.overview
  const forward = { icon: <Icon name="next" />, iconPosition: 'after' } as const
  if (standing === 'begun' && next) {
    return (
      <Button appearance="primary" {...forward} onClick={() => onStop(next)}>
        {say(setup.connection.stopsDone === 0 ? 'overview-go-first' : 'overview-go-on', { stop })}
      </Button>
    )
  }
  if (standing !== 'well') return null
  return setup.connection.region === 'practice' ? (
    <Button appearance="primary" {...forward} onClick={onCompany}>
      {say('overview-company')}
    </Button>
  ) : (
    <Button {...forward} onClick={() => onStop('test')}>
      {say('overview-send')}
    </Button>
  )
}

/** It only repeats what the heading says. */
function BigSign({ standing, busy }: { standing: Standing; busy: boolean }) {
  if (busy) return <Spinner size="large" aria-hidden="true" />
  return (
    <span className={styles.bigSign} data-standing={standing} aria-hidden="true">
      <SignDrawing standing={standing} />
    </span>
  )
}

function SignDrawing({ standing }: { standing: Standing }) {
  switch (standing) {
    case 'well':
      return <Icon name="check" size={26} />
    case 'begun':
      return <Icon name="line" size={26} />
    case 'attention':
      return <Icon name="dots" size={26} />
    case 'trouble':
      return '!'
    case 'offline':
      return <Icon name="offline" size={26} />
  }
}
