import type { PointView } from '../../ipc'
import { CopyButton, Sign } from '../../shared/parts'
import { useSay, Words } from '../../shared/words'
import { PointChange, PointChips, PointFacts, PointName, standingOf } from './PointParts'
import styles from './permissions.module.css'
import { pointWord } from './pointWord'

/** What is needed, and below it what is granted beyond that, with the reason why it is too much. */
export function Points({ points }: { points: readonly PointView[] }) {
  const needed = points.filter(({ excess }) => !excess)
  const excess = points.filter(point => point.excess)
  return (
    <>
      {needed.length > 0 ? <PointList points={needed} /> : <Words as="p" id="permissions-none" />}
      {excess.length > 0 && (
        <section className={styles.excess} aria-labelledby="permissions-too-much">
          <h3 id="permissions-too-much">
            <Words id="permissions-too-much" values={{ count: excess.length }} />
          </h3>
          <Words as="p" id="permissions-too-much-why" className={styles.why} />
          <PointList points={excess} />
        </section>
      )}
    </>
  )
}

function PointList({ points }: { points: readonly PointView[] }) {
  return (
    <ul className={styles.points}>
      {points.map(point => (
        <Point key={point.code} point={point} />
      ))}
    </ul>
  )
}

function Point({ point }: { point: PointView }) {
  const say = useSay()
  const { code } = point
  const { sign, word } = standingOf(point)
  const explained = pointWord(code)
  return (
    <li>
      <Sign kind={sign} />
      <div>
        <p className={styles.name}>
          <PointName point={point} />
          <PointChips point={point} />
        </p>
        <div className={styles.what}>
          {say.knows(explained) && <Words as="p" id={explained} className={styles.why} />}
          <p className={styles.code}>
            <code>{code}</code>
            <CopyButton look="sign" name="permissions-copy" values={{ code }} text={code} />
          </p>
        </div>
        <PointChange point={point} />
        <details className={styles.more}>
          <summary>
            <Words id={point.excess ? 'permissions-more-excess' : 'permissions-more'} />
            <span className="hidden-words"> {code}</span>
          </summary>
          <PointFacts point={point} />
        </details>
      </div>
      <Words id={word} className={styles.state} />
    </li>
  )
}
