/** Whether one of the texts holds what is asked for, whatever the case; nothing asked is held by all. */
export function holds(texts: readonly string[], asked: string): boolean {
  const wanted = asked.toLowerCase()
  return texts.some(text => text.toLowerCase().includes(wanted))
}
