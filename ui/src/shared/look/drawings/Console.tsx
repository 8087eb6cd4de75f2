import { useMemo } from 'react'
import styles from './drawing.module.css'
import { type Box, type Look, layOut, type Mark, type SceneShape, type Tone } from './layout'

const looks: Record<Look, string | undefined> = {
  bar: styles.bar,
  'bar-soft': styles.barSoft,
  button: styles.control,
  input: styles.control,
  card: styles.control,
  tick: styles.control,
  ticked: styles.ticked,
  bubble: styles.bubble,
  open: styles.open,
  line: styles.ticked,
}
const tones: Record<Tone, string | undefined> = { strong: styles.text, soft: styles.textSoft, open: styles.textOpen }

interface Props {
  scene: SceneShape
  /** The text of a label, in the script that this console prints. */
  write(label: string): string
  /** The language of those texts. */
  lang: string
  /** What the one ring goes around. */
  ring: string | null
  /** What the drawing shows, in words. */
  name: string
}

/** A simplified console page: it shows where to look, not what it looks like. */
export function ConsoleDrawing({ scene, write, lang, ring, name }: Props) {
  const { width, height, marks, targets } = useMemo(() => layOut(scene, write), [scene, write])
  const ringed = ring === null ? undefined : targets.get(ring)
  return (
    <svg className={styles.console} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={name}>
      <rect className={styles.frame} x={0} y={0} width={width} height={18} />
      {scene.frame === 'chat' ? (
        <circle className={styles.bar} cx={15} cy={9} r={4.5} />
      ) : (
        [0, 1, 2].map(dot => <circle key={dot} className={styles.bar} cx={12 + dot * 9} cy={9} r={2.5} />)
      )}
      <rect className={styles.bar} x={scene.frame === 'chat' ? 26 : 44} y={6.5} width={70} height={5} rx={2.5} />
      {scene.menu.length > 0 && <rect className={styles.barSoft} x={103} y={18} width={1.5} height={height - 18} />}
      {marks.map((mark, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a drawing is laid out whole, and its marks have no names
        <Drawn key={index} mark={mark} lang={lang} />
      ))}
      {ringed && <Ring around={ringed} />}
    </svg>
  )
}

function Drawn({ mark, lang }: { mark: Mark; lang: string }) {
  const { x, y, width, height } = mark
  if (mark.kind === 'box') {
    const round = mark.look === 'tick' || mark.look === 'ticked' ? 2 : Math.min(4, height / 2)
    return <rect className={looks[mark.look]} x={x} y={y} width={width} height={height} rx={round} />
  }
  return (
    <text className={tones[mark.tone]} fontSize={mark.size} lang={lang}>
      {mark.lines.map((line, index) => (
        <tspan key={line} x={x} y={y + mark.size * 0.88 + index * (mark.size + 2)}>
          {line}
        </tspan>
      ))}
    </text>
  )
}

function Ring({ around: { x, y, width, height } }: { around: Box }) {
  return <rect className={styles.ring} x={x - 2} y={y - 2} width={width + 4} height={height + 4} rx={6} />
}
