import { Button } from '@fluentui/react-components'
import { type CheckLine, type CheckView, type ConnectionId, engine, type Say, type Task } from '../../ipc'
import { dingtalkCall, messageValues } from '../../shared/lib'
import { Icon } from '../../shared/look'
import { Answered, CopyButton, OpenButton, ProblemText, Sign } from '../../shared/parts'
import { Fix, Spoken, useMoment, useSay, type WordId, Words } from '../../shared/words'
import styles from './checkup.module.css'
import { SinceText } from './SinceText'
import { needsSomebody, signs } from './states'

interface Props {
  id: ConnectionId
  line: CheckLine
  onTask(task: Task): void
  onNetwork(): void
}

/** One check: its state, how that is known, and what to do about it. */
export function CheckRow({ id, line, ...ways }: Props) {
  const say = useSay()
  const { found, waiting, since } = line
  const name = say(`checkup-name-${line.id}`)
  return (
    <li className={styles.row} data-state={found?.state} data-check={line.id}>
      <Sign kind={waiting ? 'waiting' : found ? signs[found.state] : 'waiting'} />
      <div className={styles.what}>
        <div className={styles.head}>
          <h3>{name}</h3>
          <span className={styles.state} data-state={waiting ? undefined : found?.state}>
            {waiting ? (
              <Words id="checkup-waiting" />
            ) : found && needsSomebody(found.state) && found.who ? (
              <Words id="overview-needs" values={{ who: found.who }} />
            ) : (
              found && <Words id={`checkup-state-${found.state}`} />
            )}
          </span>
        </div>
        {found && <Found view={found} />}
        {since && <SinceText since={since} />}
        {found && found.state !== 'fine' && <Acts id={id} view={found} name={name} {...ways} />}
      </div>
    </li>
  )
}

function Found({ view }: { view: CheckView }) {
  const say = useSay()
  const { moment } = useMoment()
  const { state, problem, evidence, says, because } = view
  const needs = needsSomebody(state)
  const call = dingtalkCall(evidence?.call ?? null)
  return (
    <>
      {problem && !because && <ProblemText problem={problem} turn="shown" remedy="none" />}
      {because && <Words as="p" id="checkup-because" values={{ check: say(`checkup-name-${because}`) }} />}
      {state === 'cannot-tell' && problem && !because && <Words as="p" id="checkup-passing" />}
      {evidence && evidence.kind === 'verified' && (
        <p>
          <Answered answer={evidence.answer} />{' '}
          <small>
            {call ? <Words id="checkup-known-by" values={{ call, at: moment(evidence.at) }} /> : moment(evidence.at)}
          </small>
        </p>
      )}
      {says.map(one => (
        <SayText key={one.code + JSON.stringify(one.args)} one={one} fix={needs || state === 'cannot-tell'} />
      ))}
    </>
  )
}

function SayText({ one, fix }: { one: Say; fix: boolean }) {
  const say = useSay()
  const { moment, date } = useMoment()
  const word: WordId = `say-${one.code}`
  const values = messageValues(one.args)
  for (const name of ['at', 'since']) if (values[name]) values[name] = moment(values[name])
  if (values.date) values.date = date(values.date)
  return (
    <>
      <p>
        <Spoken text={say(word, values)} />
      </p>
      {fix && <Fix of={word} values={values} className={styles.fix} />}
    </>
  )
}

interface ActsProps extends Omit<Props, 'line'> {
  view: CheckView
  name: string
}

function Acts({ id, view, name, onTask, onNetwork }: ActsProps) {
  const say = useSay()
  const remedy = view.because ? null : view.remedy
  const task = typeof remedy === 'object' ? remedy?.task : null
  const link = typeof remedy === 'object' ? remedy?.link : null
  const go = (act: () => void) => (
    <Button
      size="small"
      icon={<Icon name="next" />}
      iconPosition="after"
      aria-label={say('checkup-go-one', { check: name })}
      onClick={act}
    >
      {say('checkup-go-short')}
    </Button>
  )
  return (
    <div className={styles.acts}>
      {remedy === 'network' && go(onNetwork)}
      {task && go(() => onTask(task))}
      {link && <OpenButton name="doctor-open" size="small" open={() => engine.linkOpen(id, link)} />}
      <CopyButton
        name="checkup-copy-one"
        values={{ check: name }}
        shown="checkup-copy-short"
        text={() => engine.checkupForIt(id, view.id)}
      />
    </div>
  )
}
