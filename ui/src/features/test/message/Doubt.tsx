import { Button } from '@fluentui/react-components'
import type { SentView } from '../../../ipc'
import { useMoment, useSay, Words } from '../../../shared/words'
import styles from './message.module.css'

interface Props {
  doubt: SentView
  onSeen(): void
  onAgain(): void
  busy: boolean
}

/** F05: it left, and no answer came. What is known, how to look, and the two ways on. */
export function Doubt({ doubt, onSeen, onAgain, busy }: Props) {
  const say = useSay()
  const { moment } = useMoment()
  const { way, name, opening, at } = doubt
  return (
    <section className={styles.panel} data-urgent aria-labelledby="doubt">
      <h3 id="doubt" tabIndex={-1}>
        <Words id="message-doubt" />
      </h3>
      <Words as="p" id="message-doubt-why" values={{ when: moment(at) }} />
      <Words as="p" id={way === 'group' ? 'message-doubt-group' : 'message-doubt-notice'} values={{ name, opening }} />
      <div className={styles.buttons}>
        <Button disabledFocusable={busy} onClick={onSeen}>
          {say('message-doubt-seen')}
        </Button>
        <Button disabledFocusable={busy} onClick={onAgain}>
          {say('message-doubt-again')}
        </Button>
      </div>
      <Words
        as="p"
        id={way === 'group' ? 'message-doubt-again-group' : 'message-doubt-again-notice'}
        className={styles.small}
      />
    </section>
  )
}
