import { Button } from '@fluentui/react-components'
import { type ConnectionId, engine, type SentView } from '../../../ipc'
import { useAction, useDesk } from '../../../shared/lib'
import { Icon } from '../../../shared/look'
import { Fold, ProblemText } from '../../../shared/parts'
import { Spoken, useMoment, useSay, Words } from '../../../shared/words'
import { fateOf } from './fates'
import styles from './message.module.css'

interface Props {
  id: ConnectionId
  sent: readonly SentView[]
  /** The one that has a panel of its own already. */
  asked: string | null
}

/** What has left: sent, not sent, or nobody can tell, and of a notice what became of it. */
export function Book({ id, sent, asked }: Props) {
  if (sent.length === 0) return null
  return (
    <Fold summary="message-sent" className={styles.fold} calls={sent.some(({ fate }) => fate === 'unknown')}>
      <ul className={styles.book}>
        {sent.map(line => (
          <Line key={line.id} id={id} line={line} asked={line.id === asked} />
        ))}
      </ul>
    </Fold>
  )
}

function Line({ id, line, asked }: { id: ConnectionId; line: SentView; asked: boolean }) {
  const say = useSay()
  const { announce } = useDesk()
  const { moment } = useMoment()
  const { run, busy, problem } = useAction()
  const { fate, receipt, name, at, opening, way } = line
  const ask = async () => {
    if (await run(() => engine.noticeLook(id, line.id))) announce(say('message-asked'))
  }
  const open = way === 'notice' && fate === 'sent' && receipt !== 'read' && receipt !== 'duplicate'
  return (
    <li>
      <div className={styles.line}>
        <span className={styles.opening}>
          <Spoken text={opening} />
        </span>
        <span className={styles.fate} data-fate={fate}>
          {say(fateOf(line))}
        </span>
      </div>
      <div className={styles.line}>
        <Words id="message-sent-line" values={{ name, when: moment(at) }} className={styles.small} />
        {fate === 'unknown' && !asked && (
          <Button
            size="small"
            disabledFocusable={busy}
            onClick={() => void run(() => engine.messageSeen(id, line.id))}
            aria-label={`${say('message-doubt-seen')}: ${opening}`}
          >
            {say('message-doubt-seen')}
          </Button>
        )}
        {open && (
          <Button
            size="small"
            icon={<Icon name="retry" />}
            disabledFocusable={busy}
            onClick={() => void ask()}
            aria-label={`${say('message-ask')}: ${opening}`}
          >
            {say('message-ask')}
          </Button>
        )}
      </div>
      {problem && <ProblemText problem={problem} />}
    </li>
  )
}
