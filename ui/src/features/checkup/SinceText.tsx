import type { ChangeLine, SinceView } from '../../ipc'
import { messageValues } from '../../shared/lib'
import { Spoken, useMoment, useSay, Words } from '../../shared/words'
import styles from './checkup.module.css'

/** What changed since it last worked, as far as anybody saw. */
export function SinceText({ since }: { since: SinceView }) {
  const { moment } = useMoment()
  const { lastFine, firstNot, changes } = since
  return (
    <div className={styles.since}>
      <Words as="p" id="checkup-since" values={{ fine: moment(lastFine), first: moment(firstNot) }} />
      {changes.length === 0 ? (
        <Words as="p" id="checkup-since-nothing" />
      ) : (
        <>
          <Words as="p" id="checkup-since-changes" />
          <ul>
            {changes.map(change => (
              <Change key={change.code + JSON.stringify(change.args)} change={change} />
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function Change({ change: { code, at, args } }: { change: ChangeLine }) {
  const say = useSay()
  const { moment } = useMoment()
  const values = { ...messageValues(args), ...(at && { at: moment(at) }) }
  return (
    <li>
      <Spoken text={say(`changed-${code}`, values)} />
    </li>
  )
}
