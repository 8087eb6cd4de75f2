import styles from './drawing.module.css'

export type ConsolePlace = 'apps' | 'credentials' | 'permissions' | 'security' | 'versions' | 'robot'

/** The ring around the one place that matters: x, y, width, height. */
const rings: Record<ConsolePlace, [number, number, number, number]> = {
  apps: [190, 22, 62, 22],
  credentials: [88, 48, 158, 42],
  permissions: [186, 40, 62, 74],
  security: [88, 50, 158, 22],
  versions: [186, 22, 66, 22],
  robot: [88, 72, 158, 30],
}

/** Which line of the menu on the left is open. */
const menu: Record<ConsolePlace, number> = {
  apps: 0,
  credentials: 1,
  permissions: 3,
  security: 4,
  versions: 5,
  robot: 2,
}

/** A simplified console page: it shows where to look, not what it looks like. */
export function ConsoleDrawing({ place }: { place: ConsolePlace }) {
  const [x, y, width, height] = rings[place]
  return (
    <svg className={styles.console} viewBox="0 0 262 132" aria-hidden="true" focusable="false">
      {[0, 1, 2, 3, 4, 5].map(row => (
        <rect
          key={row}
          className={row === menu[place] ? styles.fill : styles.bar}
          x={14}
          y={28 + row * 16}
          width={row % 2 ? 50 : 42}
          height={6}
          rx={3}
        />
      ))}
      <rect className={styles.bar} x={14} y={11} width={30} height={6} rx={3} />
      <rect className={styles.barSoft} x={76} y={0} width={1.5} height={132} />
      <rect className={styles.bar} x={92} y={28} width={70} height={8} rx={4} />
      <rect className={styles.barSoft} x={194} y={27} width={54} height={12} rx={4} />
      {[0, 1, 2, 3].map(row => (
        <g key={row}>
          <rect className={styles.bar} x={92} y={54 + row * 18} width={44} height={6} rx={3} />
          <rect className={styles.barSoft} x={144} y={54 + row * 18} width={40} height={6} rx={3} />
          <rect className={styles.barSoft} x={194} y={52 + row * 18} width={48} height={10} rx={4} />
        </g>
      ))}
      <rect className={styles.ring} x={x} y={y} width={width} height={height} rx={6} />
    </svg>
  )
}
