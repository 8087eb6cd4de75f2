/** Without the letters and digits that are taken for each other on paper. The engine knows the same ones. */
const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ23456789'
const groups = 5
const length = 4

/** Five groups of four: 99 bits, the same in every language, and typed off paper in any way. */
export function offeredPassphrase(): string {
  const whole = groups * length
  const drawn: string[] = []
  while (drawn.length < whole) {
    for (const byte of crypto.getRandomValues(new Uint8Array(whole))) {
      // Only whole rounds of the letters: each is as likely as any other.
      if (byte < letters.length * Math.floor(256 / letters.length)) drawn.push(letters[byte % letters.length] ?? '')
    }
  }
  return Array.from({ length: groups }, (_, at) => drawn.slice(at * length, (at + 1) * length).join('')).join('-')
}
