import type { ProblemShape, RemedyShape } from '../lib'
import { Fix, Spoken, useSay, type WordId, Words } from '../words'
import styles from './problem.module.css'
import { useProblemWords } from './problemWords'
import { needsDoctor, Remedy } from './Remedy'

interface Props {
  problem: ProblemShape
  id?: string
  /** Whose turn it is stands beside the task already. */
  turn?: 'shown'
  /** What the doctor has said already; `none`: there is nothing to ask it. */
  remedy?: RemedyShape | 'none'
}

/** A failure in words: what happened, the way out, whose turn it is, DingTalk's own words in a fold, and the doctor. */
export function ProblemText({ problem, id, turn, remedy }: Props) {
  const say = useSay()
  const { word, values, what } = useProblemWords()(problem)
  return (
    <div className={styles.problem}>
      <div className={styles.told} role="alert" id={id} tabIndex={-1}>
        <p className={styles.what}>
          <span className={styles.sign} aria-hidden="true">
            !
          </span>
          <Spoken text={what} />
        </p>
        <Fix of={word} values={values} />
        <ClockBeside args={problem.args} />
        {problem.who !== 'you' && turn !== 'shown' && (
          <p>
            <Words id="trouble-turn" values={{ who: say(`who-${problem.who}`) }} />
          </p>
        )}
      </div>
      {problem.server && <ServerWords server={problem.server} />}
      {remedy !== 'none' && needsDoctor(problem) && <Remedy problem={problem} what={what} known={remedy} />}
    </div>
  )
}

/** A wrong clock beside any failure: that alone can be its cause. */
function ClockBeside({ args }: { args: ProblemShape['args'] }) {
  const say = useSay()
  const { clock_way: way, clock_unit: unit, clock_count: count } = args
  if (!way || !unit || !count) return null
  const time = say(`network-span-${unit}` as WordId, { count: Number(count) })
  return <Words as="p" id="network-clock-beside" values={{ way, time }} />
}

function ServerWords({ server }: { server: NonNullable<ProblemShape['server']> }) {
  const say = useSay()
  return (
    <details className={styles.server}>
      <Words as="summary" id="server-words" />
      <dl>
        <dt>{say('server-code')}</dt>
        <dd>
          <code>{server.code}</code>
        </dd>
        <dt>{say('server-message')}</dt>
        <dd lang={/\p{Script=Han}/u.test(server.message) ? 'zh-Hans' : 'en'}>
          <code>{server.message}</code>
        </dd>
        {server.requestId && (
          <>
            <dt>{say('server-request')}</dt>
            <dd>
              <code>{server.requestId}</code>
            </dd>
          </>
        )}
      </dl>
    </details>
  )
}
