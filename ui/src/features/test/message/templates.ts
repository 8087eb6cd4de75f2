import type { MessageDraft } from '../../../ipc'
import type { Say } from '../../../shared/words'

/** Each has its name, and a `.title` and a `.text`; those with a heading are Markdown. */
const kinds = {
  'template-greeting': 'text',
  'template-payday': 'text',
  'template-typhoon': 'markdown',
  'template-rainstorm': 'markdown',
  'template-meeting': 'markdown',
  'template-holiday': 'text',
  'template-payment': 'text',
  'template-stock': 'text',
} as const satisfies Record<string, MessageDraft['kind']>

export type TemplateId = keyof typeof kinds

export const templates = Object.keys(kinds) as TemplateId[]

/** The draft with the template's words in place of its own; whom it calls stays. */
export function filled(id: TemplateId, say: Say, draft: MessageDraft): MessageDraft {
  return { ...draft, kind: kinds[id], title: say.attribute(id, 'title') ?? '', text: say.attribute(id, 'text') ?? '' }
}
