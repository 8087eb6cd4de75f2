import { Button, ProgressBar, Spinner } from '@fluentui/react-components'
import { type AppSnapshot, engine, type UpdateSnapshot } from '../../ipc'
import { Icon } from '../../shared/look'
import { useMoment, useSay, type Values, type WordId, Words } from '../../shared/words'
import styles from './update.module.css'

interface Props {
  update: UpdateSnapshot
  language: AppSnapshot['language']
  busy: boolean
  act(step: () => Promise<UpdateSnapshot>): void
  halt(): void
}

/** How far it is, and the one next step. */
export function UpdateStage(props: Props) {
  const { update, language } = props
  const { date } = useMoment()
  const words = stageWords(update, date)
  return (
    <div className={styles.stage}>
      {words && (
        <p className={styles.told}>
          {(update.stage === 'looking' || update.stage === 'waiting' || update.stage === 'installing') && (
            <Spinner size="tiny" aria-hidden="true" />
          )}
          <Words id={words.id} values={words.values} />
        </p>
      )}
      {update.stage === 'downloading' && <Progress update={update} />}
      {update.offer && update.stage !== 'installing' && <News offer={update.offer} language={language} />}
      {update.stage === 'ready' && update.replaceable && (
        <Words as="p" id="update-install-why" className={styles.soft} />
      )}
      {update.offer && !update.replaceable && (
        <Words as="p" id="update-by-hand" values={{ version: update.offer.version }} />
      )}
      <Steps {...props} />
    </div>
  )
}

/** The sentence of a stage; before the first look there is none. */
export function stageWords(
  update: UpdateSnapshot,
  date: (at: string) => string,
): { id: WordId; values?: Values } | null {
  const { stage, offer, older } = update
  const version = offer?.version ?? ''
  switch (stage) {
    case 'unknown':
      return null
    case 'looking':
      return { id: 'update-looking' }
    case 'newest':
      return older ? { id: 'update-stage-older', values: { version: older } } : { id: 'update-stage-newest' }
    case 'offered':
      return offer?.date
        ? { id: 'update-stage-offered-date', values: { version, date: date(offer.date) } }
        : { id: 'update-stage-offered', values: { version } }
    case 'downloading':
      return update.wholeKilobytes === null
        ? { id: 'update-downloading', values: { received: update.receivedKilobytes } }
        : {
            id: 'update-downloading-of',
            values: { received: update.receivedKilobytes, whole: update.wholeKilobytes },
          }
    case 'ready':
      return { id: 'update-ready', values: { version } }
    case 'waiting':
      return { id: update.waitsFor === 'others' ? 'update-wait-others' : 'update-wait-work' }
    case 'installing':
      return { id: 'update-installing' }
  }
}

function Progress({ update: { receivedKilobytes, wholeKilobytes } }: { update: UpdateSnapshot }) {
  const say = useSay()
  const known = wholeKilobytes ? { value: receivedKilobytes, max: wholeKilobytes } : {}
  return <ProgressBar {...known} aria-label={say('update-downloaded')} />
}

/** Text of whoever offers it, in the language on now if they wrote it. */
function News({ offer, language }: { offer: NonNullable<UpdateSnapshot['offer']>; language: Props['language'] }) {
  const own = language === 'en' ? offer.english : offer.chinese
  const text = own || offer.english || offer.chinese
  if (!text) return null
  return (
    <section className={styles.news}>
      <Words as="h3" id="update-news" />
      <p lang={text === offer.chinese ? 'zh-HK' : 'en'}>{text}</p>
    </section>
  )
}

function Steps({ update, busy, act, halt }: Props) {
  const say = useSay()
  const { stage, origin, replaceable } = update
  if (stage === 'installing') return null
  if (stage === 'looking' || stage === 'downloading') {
    return (
      <div className={styles.steps}>
        <Button onClick={halt}>{say('update-stop')}</Button>
      </div>
    )
  }
  if (stage === 'waiting') {
    return (
      <div className={styles.steps}>
        <Button onClick={halt}>{say('update-not-now')}</Button>
      </div>
    )
  }
  return (
    <div className={styles.steps}>
      {stage === 'offered' && replaceable && (
        <Button
          appearance="primary"
          icon={<Icon name="download" />}
          disabledFocusable={busy}
          onClick={() => act(engine.updateDownload)}
        >
          {say('update-download')}
        </Button>
      )}
      {stage === 'ready' && replaceable && (
        <Button appearance="primary" disabledFocusable={busy} onClick={() => act(engine.updateInstall)}>
          {say('update-install')}
        </Button>
      )}
      <Button
        icon={<Icon name="retry" />}
        disabled={origin === 'off'}
        disabledFocusable={busy}
        onClick={() => act(engine.updateLook)}
      >
        {say('update-look')}
      </Button>
    </div>
  )
}
