import type { WordId } from '../../shared/words'

/** The id of a point's explanation: `qyapi_get_member` has `point-qyapi-get-member`; a family's `*` is `all`. */
export function pointWord(code: string): WordId {
  return `point-${code.replaceAll(/[_.]/g, '-').replace('*', 'all').toLowerCase()}`
}
