/** The call of DingTalk's that told; nothing for a check on this PC, whose own name says nothing to a person. */
export function dingtalkCall(call: string | null): string | null {
  return call?.includes('/') ? call : null
}
