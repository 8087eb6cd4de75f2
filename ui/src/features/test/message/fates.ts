import type { SentView } from '../../../ipc'
import type { WordId } from '../../../shared/words'

const fates: Record<SentView['fate'], WordId> = {
  sent: 'message-fate-sent',
  'not-sent': 'message-fate-not-sent',
  unknown: 'message-fate-unknown',
}

const receipts: Record<NonNullable<SentView['receipt']>, WordId> = {
  read: 'message-receipt-read',
  unread: 'message-receipt-unread',
  'under-way': 'message-receipt-under-way',
  duplicate: 'message-receipt-duplicate',
  'too-many': 'message-receipt-too-many',
  'no-such-person': 'message-receipt-no-such-person',
  'not-reached': 'message-receipt-not-reached',
}

/** What is known of a message that was meant to leave: what DingTalk said became of it, or how it left. */
export function fateOf({ fate, receipt }: SentView): WordId {
  return receipt ? receipts[receipt] : fates[fate]
}
