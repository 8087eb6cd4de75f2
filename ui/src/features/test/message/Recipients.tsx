import { Button, Spinner } from '@fluentui/react-components'
import { useState } from 'react'
import { engine, type Person, type SetupSnapshot } from '../../../ipc'
import { type ProblemShape, useAction } from '../../../shared/lib'
import { Icon } from '../../../shared/look'
import { ProblemText, SelectField } from '../../../shared/parts'
import { useSay, Words } from '../../../shared/words'
import styles from '../test.module.css'

interface Props {
  setup: SetupSnapshot
  recipient: Person | null
  onRecipient(person: Person | null): void
  problem: ProblemShape | null
}

/** A work notice goes to one person of the staff list, who is asked for and never typed. */
export function Recipients({ setup, recipient, onRecipient, problem }: Props) {
  const say = useSay()
  const { id } = setup.connection
  const { me } = setup.test
  const [people, setPeople] = useState<Person[] | null>(null)
  const reading = useAction()
  const naming = useAction()
  const read = () => void reading.run(async () => setPeople(await engine.noticeRecipients(id)))
  const options = (people ?? []).map(({ userId, name, department }) => ({
    value: userId,
    words: say('test-person', { name, department }),
  }))
  const named = (chosen: string) => people?.find(({ userId }) => userId === chosen) ?? null
  return (
    <div className={styles.recipients}>
      {options.length > 0 && (
        <>
          <SelectField
            label="message-me"
            hint="message-me-hint"
            problem={naming.problem}
            value={me?.userId ?? ''}
            none={say('test-recipient-none')}
            options={options}
            onChange={chosen => void naming.run(() => engine.noticeMe(id, named(chosen)))}
          />
          <SelectField
            label="field-recipient"
            hint="message-recipient-hint"
            problem={problem}
            value={recipient?.userId ?? ''}
            none={say('test-recipient-none')}
            options={options}
            onChange={chosen => onRecipient(named(chosen))}
          />
        </>
      )}
      {people?.length === 0 && <Words as="p" id="test-recipients-empty" className={styles.quiet} />}
      <Button
        icon={reading.busy ? <Spinner size="tiny" aria-hidden="true" /> : <Icon name="people" />}
        disabledFocusable={reading.busy}
        onClick={read}
      >
        {say('test-recipients-read')}
      </Button>
      {reading.problem && <ProblemText problem={reading.problem} />}
      {!people && problem && <ProblemText problem={problem} />}
    </div>
  )
}
