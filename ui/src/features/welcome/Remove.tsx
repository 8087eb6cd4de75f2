import { Button } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { type ConnectionContents, type ConnectionId, engine } from '../../ipc'
import { useAction, useKeepsFocus } from '../../shared/lib'
import { ProblemText } from '../../shared/parts'
import { useSay, Words } from '../../shared/words'
import type { Removed } from './Removals'
import styles from './welcome.module.css'

interface Props {
  id: ConnectionId
  name: string
  onRemoved(removed: Removed): void
  onCancel(): void
}

/** Shows what goes before it goes; only then can it be done. */
export function Remove({ id, name, onRemoved, onCancel }: Props) {
  const say = useSay()
  const { run, busy, problem } = useAction()
  const [contents, setContents] = useState<ConnectionContents | null>(null)
  const keep = useKeepsFocus<HTMLDivElement>(contents)
  useEffect(() => void run(async () => setContents(await engine.connectionContents(id))), [id, run])
  const remove = () => void run(async () => onRemoved(await engine.connectionRemove(id)))
  return (
    <>
      {contents && (
        <>
          <Words as="p" id="welcome-remove-sure" values={{ name }} />
          <Goes contents={contents} />
          <Words as="p" id="welcome-remove-stays" />
          <div className={styles.sure} ref={keep}>
            <Button onClick={onCancel}>{say('welcome-keep')}</Button>
            <Button className={styles.remove ?? ''} disabledFocusable={busy} onClick={remove}>
              <Words id="welcome-remove-now" values={{ name }} />
            </Button>
          </div>
        </>
      )}
      {problem && <ProblemText problem={problem} />}
    </>
  )
}

function Goes({ contents: { secrets, proofs, robots, waiting } }: { contents: ConnectionContents }) {
  return (
    <ul className={styles.goes}>
      <Words as="li" id="welcome-remove-secrets" values={{ count: secrets }} />
      <Words as="li" id="welcome-remove-proofs" values={{ count: proofs }} />
      {robots.length > 0 && <Words as="li" id="welcome-remove-robots" values={{ names: robots.join(', ') }} />}
      {waiting > 0 && <Words as="li" id="welcome-remove-waiting" values={{ count: waiting }} />}
    </ul>
  )
}
