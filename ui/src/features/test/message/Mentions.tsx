import { Checkbox } from '@fluentui/react-components'
import { useId } from 'react'
import type { MessageDraft, MessagePreview } from '../../../ipc'
import type { Draft, ProblemShape } from '../../../shared/lib'
import { Fold, TextField } from '../../../shared/parts'
import { useSay, Words } from '../../../shared/words'
import styles from './message.module.css'

interface Props {
  draft: Draft<MessageDraft>
  preview: MessagePreview | null
  problem: ProblemShape | null
}

/** Who of the group is called by name. It opens by itself when somebody is, or when it is to blame. */
export function Mentions({ draft, preview, problem }: Props) {
  const say = useSay()
  const why = useId()
  const { value } = draft
  const change = (part: Partial<MessageDraft>) => draft.change({ ...value, ...part })
  const open = Boolean(problem) || value.mobiles !== '' || value.userIds !== '' || value.everyone
  return (
    <Fold summary="message-mentions" className={styles.fold} calls={open}>
      <TextField
        label="field-mentions"
        hint="message-mentions-hint"
        value={value.mobiles}
        onChange={mobiles => change({ mobiles })}
        onBlur={() => void draft.flush()}
        notes={(preview?.notes ?? []).filter(({ field }) => field === 'mentions')}
        problem={problem}
      />
      <TextField
        label="message-user-ids"
        hint="message-user-ids-hint"
        value={value.userIds}
        onChange={userIds => change({ userIds })}
        onBlur={() => void draft.flush()}
      />
      <Checkbox
        checked={value.everyone}
        onChange={(_, { checked }) => change({ everyone: checked === true })}
        label={say('message-everyone')}
        aria-describedby={why}
      />
      <p id={why} className={styles.small}>
        <Words id="message-everyone-why" />
      </p>
    </Fold>
  )
}
