import type { PointView } from '../../ipc'
import { CopyButton, Sign, type SignKind } from '../../shared/parts'
import { useSay, type WordId, Words } from '../../shared/words'
import styles from './permissions.module.css'
import { pointWord } from './pointWord'

interface Standing {
  sign: SignKind
  word: WordId
}

/** Excess comes first: an auditor's first question. */
function standingOf({ state, excess }: PointView): Standing {
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

export function Points({ points }: { points: readonly PointView[] }) {
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
  const { code, consoleName, sensitive, excess } = point
  const { sign, word } = standingOf(point)
  const explained = pointWord(code)
  return (
    <li data-excess={excess}>
      <Sign kind={sign} />
      <div>
        <p className={styles.name}>
          <strong lang="zh-Hans">{consoleName}</strong>
          {sensitive && <Words id="permissions-sensitive" className={styles.sensitive} />}
        </p>
        {say.knows(explained) && <Words as="p" id={explained} className={styles.why} />}
        <p className={styles.code}>
          <code>{code}</code>
          <CopyButton look="sign" name="permissions-copy" values={{ code }} text={code} />
        </p>
      </div>
      <Words id={word} className={styles.state} />
    </li>
  )
}
