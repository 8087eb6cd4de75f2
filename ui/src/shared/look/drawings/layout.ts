/** The language of the drawings, as the guides hold it, and where each thing of a scene comes to stand. */
export interface SceneShape {
  readonly frame: 'console' | 'page' | 'chat'
  /** `#label` heads the lines below it; `-` is a line that does not matter. */
  readonly menu: readonly string[]
  readonly open?: string | null
  readonly heading?: string | null
  readonly rows: readonly RowShape[]
}

export interface RowShape {
  readonly kind: 'bars' | 'line' | 'value' | 'field' | 'choices' | 'button' | 'tabs' | 'cards' | 'message'
  readonly label?: string | null
  readonly button?: string | null
  readonly name?: string | null
  readonly choices?: readonly string[]
  readonly on?: string | null
  readonly bars?: number
}

export interface Box {
  x: number
  y: number
  width: number
  height: number
}

export type Tone = 'strong' | 'soft' | 'open'
export type Look = 'bar' | 'bar-soft' | 'button' | 'input' | 'card' | 'tick' | 'ticked' | 'bubble' | 'open' | 'line'
export type Mark =
  | ({ kind: 'text'; lines: string[]; size: number; tone: Tone } & Box)
  | ({ kind: 'box'; look: Look } & Box)

export interface Layout {
  width: number
  height: number
  marks: Mark[]
  /** What a ring may go around, by its name. */
  targets: Map<string, Box>
}

const width = 264
const sizes = [10.5, 9.5, 8.5] as const
const edge = 12

/** About how wide a text is: a Chinese letter is a square, a Latin one about half of it. */
export function widthOf(text: string, size: number): number {
  let sum = 0
  for (const letter of text) sum += letter > '\u2e80' ? 1 : letter === ' ' ? 0.32 : 0.62
  return sum * size
}

/** The text in one line or two, as large as the room allows; nothing is ever cut off. */
export function fitted(text: string, room: number): { lines: string[]; size: number } {
  for (const size of sizes) if (widthOf(text, size) <= room) return { lines: [text], size }
  for (const size of sizes) {
    const lines = broken(text, size, room)
    if (lines.length <= 2 && lines.every(line => widthOf(line, size) <= room)) return { lines, size }
  }
  return { lines: broken(text, sizes[2], room), size: sizes[2] }
}

function broken(text: string, size: number, room: number): string[] {
  const pieces = text.includes(' ') ? text.split(/(?<= )/) : [...text]
  const lines: string[] = []
  for (const piece of pieces) {
    const last = lines.at(-1)
    if (last !== undefined && widthOf((last + piece).trimEnd(), size) <= room) lines[lines.length - 1] = last + piece
    else lines.push(piece)
  }
  return lines.map(line => line.trim())
}

/** Lays the scene out; `write` gives the text of a label. */
export function layOut(scene: SceneShape, write: (label: string) => string): Layout {
  const marks: Mark[] = []
  const targets = new Map<string, Box>()
  const put = (name: string | null | undefined, box: Box) => {
    if (name && !targets.has(name)) targets.set(name, box)
  }
  const box = (look: Look, x: number, y: number, w: number, h: number): Box => {
    marks.push({ kind: 'box', look, x, y, width: w, height: h })
    return { x, y, width: w, height: h }
  }
  const text = (label: string, x: number, y: number, room: number, tone: Tone): Box => {
    const { lines, size } = fitted(write(label), room)
    const height = lines.length * (size + 2)
    const wide = Math.max(...lines.map(line => widthOf(line, size)))
    marks.push({ kind: 'text', x, y, width: wide, height, lines, size, tone })
    return { x, y, width: wide, height }
  }

  const menuWidth = scene.menu.length > 0 ? 104 : 0
  let left = 30
  for (const line of scene.menu) {
    if (line === '-') {
      box('bar', edge, left + 3, menuWidth - edge - 28, 5)
      left += 17
      continue
    }
    const heads = line.startsWith('#')
    const open = line === scene.open
    const x = edge + (heads ? 0 : 6)
    const at = text(line.replace(/^#/, ''), x, left, menuWidth - x - 4, heads ? 'soft' : open ? 'open' : 'strong')
    if (open)
      marks.unshift({ kind: 'box', look: 'open', x: 4, y: left - 4, width: menuWidth - 6, height: at.height + 7 })
    if (!heads) put(line, { x: 5, y: left - 4, width: menuWidth - 8, height: at.height + 7 })
    left += at.height + 9
  }

  const x = menuWidth + (menuWidth ? 10 : edge)
  const room = width - x - edge
  let y = 30
  if (scene.heading) y += text(scene.heading, x, y, room, 'strong').height + 8

  const rows: Record<RowShape['kind'], (row: RowShape) => Box> = {
    bars: () => {
      box('bar-soft', x, y, room * 0.9, 5)
      return { ...box('bar-soft', x, y + 11, room * 0.6, 5), y, height: 16 }
    },
    line: row => {
      const right = row.button ? buttonAt(row.button, room * (row.label ? 0.5 : 0.72)) : null
      const rest = room - (right ? right.width + 6 : 0)
      const height = Math.max(16, right?.height ?? 0)
      if (row.label) {
        const said = text(row.label, x + 2, y + 4, rest - 4, 'strong')
        return { x: x - 2, y: y - 1, width: rest, height: Math.max(height, said.height + 8) }
      }
      box('bar-soft', x, y + 6, rest * 0.7, 5)
      return { x: x - 2, y: y - 1, width: rest, height }
    },
    value: row => {
      const said = row.label ? text(row.label, x, y + 4, room * 0.48, 'strong') : { height: 8 }
      box('bar-soft', x + room * 0.52, y + 6, room * 0.34, 5)
      box('button', x + room - 12, y + 2, 12, 12)
      return { x: x - 3, y: y - 1, width: room + 6, height: Math.max(16, said.height + 8) }
    },
    field: row => {
      const above = row.label ? text(row.label, x, y, room, 'soft').height + 3 : 0
      box('input', x, y + above, room, 17)
      return { x: x - 3, y: y - 3, width: room + 6, height: above + 23 }
    },
    choices: row => {
      const top = y
      let down = y
      for (const choice of row.choices ?? []) {
        box(choice === row.on ? 'ticked' : 'tick', x, down + 2, 9, 9)
        const said = text(choice, x + 15, down + 1, room - 16, 'strong')
        const high = Math.max(12, said.height)
        put(choice, { x: x - 3, y: down - 2, width: Math.min(room + 6, said.width + 26), height: high + 5 })
        down += high + 7
      }
      for (let bar = 0; bar < (row.bars ?? 0); bar += 1) {
        box(bar === 0 && !row.on ? 'ticked' : 'tick', x, down + 2, 9, 9)
        box('bar-soft', x + 15, down + 4, room * (bar % 2 ? 0.45 : 0.6), 5)
        down += 17
      }
      return { x: x - 3, y: top - 2, width: room + 6, height: down - top - 2 }
    },
    button: row => (row.label ? labelled(row.label, x, room) : box('button', x, y, 74, 19)),
    tabs: row => {
      const said = row.label ? text(row.label, x, y + 2, room * 0.6, 'open') : { width: 50, height: 10 }
      box('line', x, y + said.height + 5, said.width, 2)
      box('bar-soft', x + said.width + 14, y + 5, Math.min(40, room - said.width - 18), 5)
      return { x: x - 4, y: y - 3, width: said.width + 8, height: said.height + 12 }
    },
    cards: () => {
      const wide = (room - 12) / 3
      for (const at of [0, 1, 2]) {
        box('card', x + at * (wide + 6), y, wide, 26)
        box(at ? 'bar-soft' : 'bar', x + at * (wide + 6) + 5, y + 16, wide - 14, 4)
      }
      return { x: x - 2, y: y - 2, width: wide + 4, height: 30 }
    },
    message: () => {
      const bubble = box('bubble', x, y, room * 0.62, 20)
      box('bar-soft', x + 8, y + 8, room * 0.46, 5)
      return bubble
    },
  }
  function labelled(label: string, from: number, most: number): Box {
    const { lines, size } = fitted(write(label), most - 16)
    const wide = Math.min(most, Math.max(...lines.map(line => widthOf(line, size))) + 16)
    const high = lines.length * (size + 2) + 8
    box('button', from, y, wide, high)
    text(label, from + 8, y + 4, most - 16, 'strong')
    return { x: from, y, width: wide, height: high }
  }
  function buttonAt(label: string, most: number): Box {
    const { lines, size } = fitted(write(label), most - 16)
    const wide = Math.min(most, Math.max(...lines.map(line => widthOf(line, size))) + 16)
    const at = labelled(label, x + room - wide, most)
    put(label, at)
    return at
  }

  for (const row of scene.rows) {
    const at = rows[row.kind](row)
    put(row.name ?? row.label, at)
    y = Math.max(y + 16, at.y + at.height) + 9
  }
  return { width, height: Math.max(118, left + 6, y + 4), marks, targets }
}
