import type { ReactNode } from 'react'
import type { PointView, Purpose } from '../../ipc'
import { dingtalkCall } from '../../shared/lib'
import type { SignKind } from '../../shared/parts'
import { Spoken, useMoment, useSay, type WordId, Words } from '../../shared/words'
import styles from './permissions.module.css'
import { pointWord } from './pointWord'

interface Standing {
  sign: SignKind
  word: WordId
}

/** Excess comes first: an auditor's first question. */
export function standingOf({ state, excess }: PointView): Standing {
  if (excess) return { sign: 'problem', word: 'permissions-excess' }
  switch (state) {
    case 'not-checked':
      return { sign: 'waiting', word: 'permissions-not-checked' }
    case 'granted':
      return { sign: 'done', word: 'permissions-granted' }
    case 'missing':
      return { sign: 'problem', word: 'permissions-missing' }
    case 'could-not-tell':
      return { sign: 'unknown', word: 'permissions-could-not-tell' }
  }
}

/** The console's own name, or the code where no document prints a name. */
export function PointName({ point: { code, consoleName } }: { point: PointView }) {
  return consoleName ? <strong lang="zh-Hans">{consoleName}</strong> : <strong>{code}</strong>
}

/** How risky it is, and whether somebody has to agree: a word each, never the colour alone. */
export function PointChips({ point: { risk, approval } }: { point: PointView }) {
  return (
    <>
      <span className={styles.risk} data-risk={risk}>
        <Words id={`risk-${risk}`} />
      </span>
      {approval === 'special' && <Words id="permissions-special" className={styles.special} />}
      {approval === 'likely-special' && <Words id="permissions-likely-special" className={styles.special} />}
    </>
  )
}

/** Why it is needed or why it is too much, what it risks, and how all that is known. */
export function PointFacts({ point }: { point: PointView }) {
  const say = useSay()
  const { code, source, state } = point
  const risk = say.attribute(pointWord(code), 'risk')
  const call = dingtalkCall(point.call)
  return (
    <dl className={styles.facts}>
      <Reason point={point} />
      {risk && (
        <Fact name="permissions-leak">
          <Spoken text={risk} />
        </Fact>
      )}
      <Fact name="permissions-known-by">
        {call ? <samp>{call}</samp> : <Words id="permissions-no-probe" />}
        {call && state === 'could-not-tell' && <Words as="p" id="permissions-probe-unclear" />}
      </Fact>
      <Past point={point} />
      {source !== 'documents' && (
        <Fact name="permissions-source">
          <Words id={`source-${source}`} />
        </Fact>
      )}
    </dl>
  )
}

/** Since when it is so, by the checks that saw it: between two checks nobody knows. */
function Past({ point: { history } }: { point: PointView }) {
  const { fullMoment } = useMoment()
  if (!history) return null
  const { since, last, before, beforeLast } = history
  return (
    <Fact name="permissions-seen">
      <Words as="p" id="permissions-seen-since" values={{ since: fullMoment(since), last: fullMoment(last) }} />
      {before && beforeLast && (
        <Words
          as="p"
          id={before === 'granted' ? 'permissions-seen-granted' : 'permissions-seen-missing'}
          values={{ at: fullMoment(beforeLast) }}
        />
      )}
    </Fact>
  )
}

/** A change that somebody should hear of without asking: a permission taken away, or one too many given. */
export function PointChange({ point: { state, excess, history } }: { point: PointView }) {
  const { date } = useMoment()
  if (!history?.beforeLast) return null
  const lost = state === 'missing' && history.before === 'granted'
  const added = excess && history.before === 'missing'
  if (!lost && !added) return null
  return (
    <Words
      as="p"
      className={styles.changed}
      id={lost ? 'permissions-lost' : 'permissions-added'}
      values={{ before: date(history.beforeLast), since: date(history.since) }}
    />
  )
}

function Reason({ point: { purposes, otherPurposes, excess } }: { point: PointView }) {
  if (purposes.length > 0) {
    return (
      <Fact name="permissions-uses">
        <Uses purposes={purposes} />
      </Fact>
    )
  }
  return (
    <Fact name={excess ? 'permissions-excess-reason' : 'permissions-other-uses'}>
      {excess && <Words as="p" id="permissions-no-use" />}
      {otherPurposes.length === 0 ? (
        <Words id="permissions-no-other-use" />
      ) : (
        <>
          {excess && <Words as="p" id="permissions-would-serve" />}
          <Uses purposes={otherPurposes} />
        </>
      )}
    </Fact>
  )
}

function Uses({ purposes }: { purposes: readonly Purpose[] }) {
  return (
    <ul>
      {purposes.map(purpose => (
        <Words as="li" key={purpose} id={`purpose-${purpose}`} />
      ))}
    </ul>
  )
}

function Fact({ name, children }: { name: WordId; children: ReactNode }) {
  return (
    <div>
      <Words as="dt" id={name} />
      <dd>{children}</dd>
    </div>
  )
}
