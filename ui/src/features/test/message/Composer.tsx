import { Button } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import type { MessageDraft, MessagePreview, RobotView } from '../../../ipc'
import { type Draft, type ProblemShape, useDesk } from '../../../shared/lib'
import { ChooseOne, type Option, SelectField, TextArea, TextField } from '../../../shared/parts'
import { useSay } from '../../../shared/words'
import { Weight } from './Data'
import { withKeyword } from './keyword'
import styles from './message.module.css'
import { filled, type TemplateId, templates } from './templates'

const kinds: Option<MessageDraft['kind']>[] = [
  { value: 'text', label: 'message-kind-text', why: 'message-kind-text-why' },
  { value: 'markdown', label: 'message-kind-markdown', why: 'message-kind-markdown-why' },
]

interface Props {
  draft: Draft<MessageDraft>
  preview: MessagePreview | null
  robot: RobotView | null
  problemOf(field: string): ProblemShape | null
}

/** The words of the message: a template or one's own, plain or with headings. */
export function Composer({ draft, preview, robot, problemOf }: Props) {
  const say = useSay()
  const { announce } = useDesk()
  const area = useRef<HTMLTextAreaElement>(null)
  const { value } = draft
  const change = (part: Partial<MessageDraft>) => draft.change({ ...value, ...part })
  const notes = preview?.notes ?? []
  const absent = notes.some(({ code }) => code === 'keyword-absent')
  const put = () => {
    if (!robot?.keyword) return
    change({ text: withKeyword(robot.keyword, value.text, say) })
    announce(say('robot-keyword-put-done'))
    area.current?.focus()
  }
  return (
    <div className={styles.composer}>
      <Templates draft={draft} />
      <div className={styles.kind}>
        <ChooseOne
          legend="message-kind"
          options={kinds}
          columns={2}
          value={value.kind}
          onChange={kind => change({ kind })}
        />
      </div>
      {value.kind === 'markdown' && (
        <TextField
          label="field-message-title"
          hint="message-title-hint"
          value={value.title}
          onChange={title => change({ title })}
          onBlur={() => void draft.flush()}
          problem={problemOf('message-title')}
        />
      )}
      <TextArea
        label="field-message"
        hint={value.kind === 'markdown' ? 'message-text-hint' : 'message-words-hint'}
        area={area}
        rows={value.kind === 'markdown' ? 8 : 4}
        notes={notes.filter(({ field }) => field === 'message')}
        problem={problemOf('message')}
        value={value.text}
        onChange={text => change({ text })}
        onBlur={() => void draft.flush()}
      />
      <div className={styles.offer}>
        {preview && <Weight preview={preview} />}
        {absent && robot?.keyword && <Button onClick={put}>{say('robot-keyword-put')}</Button>}
      </div>
    </div>
  )
}

/** A template takes the place of what was written, which can be brought back. */
function Templates({ draft }: { draft: Draft<MessageDraft> }) {
  const say = useSay()
  const { announce } = useDesk()
  const [taken, setTaken] = useState<{ id: TemplateId; before: MessageDraft; after: MessageDraft } | null>(null)
  // Once the template's own words have been changed, taking them back would lose what was typed since.
  const standing = taken && taken.after.text === draft.value.text ? taken : null
  const take = (id: TemplateId | '') => {
    if (!id) return
    const after = filled(id, say, draft.value)
    setTaken({ id, before: standing?.before ?? draft.value, after })
    draft.change(after)
    announce(say('message-template-taken'))
  }
  const undo = () => {
    if (!standing) return
    const { kind, title, text } = standing.before
    draft.change({ ...draft.value, kind, title, text })
    setTaken(null)
    announce(say('message-template-undone'))
  }
  return (
    <div className={styles.starts}>
      <SelectField
        label="message-template"
        hint="message-template-hint"
        value={standing?.id ?? ''}
        none={say('message-template-own')}
        options={templates.map(id => ({ value: id, words: say(id) }))}
        onChange={take}
      />
      {standing && standing.before.text !== '' && <Button onClick={undo}>{say('message-template-undo')}</Button>}
    </div>
  )
}
