import { Button, Switch } from '@fluentui/react-components'
import { type ConnectionId, engine, type SentinelView } from '../../ipc'
import { messageValues, useAction, useDesk } from '../../shared/lib'
import { Icon } from '../../shared/look'
import { CopyButton, OpenButton, ProblemText, TaskCard } from '../../shared/parts'
import { type Say, Spoken, useLanguageTag, useMoment, useSay, Words } from '../../shared/words'
import { Addresses } from './Addresses'
import styles from './checkup.module.css'

interface Props {
  id: ConnectionId
  sentinel: SentinelView
  onDone(): Promise<void>
}

/** The address that calls come from, and what to do when it is another one. */
export function SentinelCard({ id, sentinel, onDone }: Props) {
  const say = useSay()
  const { announce } = useDesk()
  const looking = useAction()
  const choosing = useAction()
  const { change, v4, v6, echo, echoHosts, practice, advice } = sentinel
  const look = () =>
    void looking.run(async () => {
      const seen = await engine.sentinelLook(id)
      await onDone()
      announce(say('sentinel-looked', { result: resultOf(say, seen) }))
    })
  const problem = looking.problem ?? choosing.problem
  return (
    <TaskCard
      title="sentinel-title"
      why="sentinel-why"
      actions={
        <Button disabledFocusable={looking.busy} icon={<Icon name="retry" />} onClick={look}>
          {say('sentinel-look')}
        </Button>
      }
    >
      {change && <Changed id={id} change={change} />}
      {v4.length === 0 && v6.length === 0 && <Words as="p" id="sentinel-none" />}
      <Addresses title="sentinel-v4" rows={v4} />
      <Addresses title="sentinel-v6" why="sentinel-v6-why" rows={v6} />
      {advice.length > 0 && (
        <div className={styles.advice}>
          <Words as="h3" id="sentinel-advice" />
          <ul>
            {advice.map(({ code, args }) => (
              <li key={code}>
                <Words id={`advice-${code}`} values={messageValues(args)} />
              </li>
            ))}
          </ul>
        </div>
      )}
      {practice ? (
        <Words as="p" id="sentinel-echo-practice" className={styles.soft} />
      ) : (
        <div className={styles.echo}>
          <Switch
            checked={echo}
            label={say('sentinel-echo')}
            aria-describedby="sentinel-echo-why"
            onChange={(_, { checked }) =>
              void choosing.run(async () => {
                await engine.sentinelEcho(id, checked)
                await onDone()
              })
            }
          />
          <p id="sentinel-echo-why" className={styles.soft}>
            <Words id="sentinel-echo-why" values={{ hosts: echoHosts.join(', ') }} />
          </p>
        </div>
      )}
      {problem && <ProblemText problem={problem} />}
    </TaskCard>
  )
}

function resultOf(say: Say, { change, v4, v6 }: SentinelView): string {
  if (change) return say('sentinel-changed', { ip: change.ip })
  return say(v4.length + v6.length === 0 ? 'sentinel-none' : 'sentinel-same')
}

/** What is so, what follows, and the three things to do about it. */
function Changed({ id, change }: { id: ConnectionId; change: NonNullable<SentinelView['change']> }) {
  const say = useSay()
  const tag = useLanguageTag()
  const { moment } = useMoment()
  const { ip, before, beforeAt, since, refused } = change
  const letter = async () => {
    const { en, zhHk } = await engine.askRead(id, 'allow-list', 'it')
    const { subject, body } = tag === 'en' ? en : zhHk
    return `${subject}\n\n${body}`
  }
  return (
    <div className={styles.changed} role="status">
      <h3>
        <Spoken text={say('sentinel-changed', { ip })} />
      </h3>
      <Words as="p" id={refused ? 'sentinel-changed-refused' : 'sentinel-changed-seen'} />
      <Words
        as="p"
        id="sentinel-before"
        values={{ ip: before, at: moment(beforeAt), since: moment(since) }}
        className={styles.soft}
      />
      <div className={styles.acts}>
        <CopyButton name="sentinel-copy" values={{ ip }} text={ip} />
        <OpenButton name="sentinel-open" open={() => engine.linkOpen(id, 'security-settings')} />
        <CopyButton name="sentinel-letter" text={letter} />
      </div>
    </div>
  )
}
