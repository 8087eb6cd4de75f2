import { expect, test } from 'vitest'
import { type Box, fitted, layOut, type SceneShape, widthOf } from './layout'

type File = { labels: Record<string, { cn: string; en: string }>; scenes: Record<string, SceneShape>; steps: Step[] }
type Step = { drawing: { scene: string; ring?: string | null } }

const files = import.meta.glob<File>(['../../../../../guides/*.json', '!**/edition.json', '!**/*.schema.json'], {
  eager: true,
  import: 'default',
})

const inside = (box: Box, width: number, height: number) =>
  box.x >= 0 && box.y >= 0 && box.x + box.width <= width + 0.5 && box.y + box.height <= height + 0.5

const overlap = (one: Box, other: Box) =>
  one.x < other.x + other.width - 1 &&
  other.x < one.x + one.width - 1 &&
  one.y < other.y + other.height - 1 &&
  other.y < one.y + one.height - 1

const each = Object.entries(files).flatMap(([file, guide]) =>
  Object.entries(guide.scenes).flatMap(([scene, shape]) =>
    (['cn', 'en'] as const).map(script => ({
      at: `${file.split('/').pop()} ${scene} ${script}`,
      guide,
      scene,
      layout: layOut(shape, name => guide.labels[name]?.[script] ?? ''),
    })),
  ),
)

test('every shipped drawing keeps its texts whole, inside and apart', () => {
  expect(each.length).toBeGreaterThan(50)
  for (const { at, layout } of each) {
    const texts = layout.marks.filter(mark => mark.kind === 'text')
    for (const mark of layout.marks)
      expect(inside(mark, layout.width, layout.height), `${at} ${JSON.stringify(mark)}`).toBe(true)
    for (const text of texts) {
      expect(text.lines.join('').length, at).toBeGreaterThan(0)
      for (const other of texts)
        expect(text !== other && overlap(text, other), `${at}: ${text.lines} over ${other.lines}`).toBe(false)
    }
  }
})

test('every ring of a shipped guide goes around something', () => {
  for (const { at, guide, scene, layout } of each) {
    for (const { drawing } of guide.steps) {
      if (drawing.scene !== scene || !drawing.ring) continue
      const target = layout.targets.get(drawing.ring)
      expect(target && target.width > 8 && target.height > 6, `${at} ${drawing.ring}`).toBe(true)
    }
  }
})

test('a long label takes two lines, then a smaller size, and is never cut', () => {
  const check = (text: string, room: number, lines: number) => {
    const made = fitted(text, room)
    expect(made.lines.length).toBe(lines)
    expect(made.lines.join(text.includes(' ') ? ' ' : '')).toBe(text)
    for (const line of made.lines) expect(widthOf(line, made.size)).toBeLessThanOrEqual(room)
  }
  check('保存', 80, 1)
  check('已完成接入，验证连接通道', 80, 2)
  check('Version Management and Release', 100, 2)
  check('Integration completed, verify the connection channel', 168, 2)
})
