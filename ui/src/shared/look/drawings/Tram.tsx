import styles from './drawing.module.css'

const upper = [22, 47.5, 73, 98.5, 124]
const lower = [48, 73.5, 99]

/** A Hong Kong double-decker, nose to the right; its wheels stand on `y`. 168 wide and 140 high at the scale of 1. */
export function Tram({ x, y, scale = 1 }: { x: number; y: number; scale?: number }) {
  return (
    <g transform={`translate(${x} ${y}) scale(${scale}) translate(0 -132)`}>
      <path className={styles.body} d="M12 34q0-14 14-14h118q12 0 12 14v76q0 8-8 8H20q-8 0-8-8z" />
      <path className={styles.line} d="M12 34q0-14 14-14h118q12 0 12 14v76q0 8-8 8H20q-8 0-8-8zM12 66h144" />
      {upper.map(left => (
        <rect key={left} className={styles.pane} x={left} y={31} width={20} height={22} rx={4} />
      ))}
      {lower.map(left => (
        <rect key={left} className={styles.pane} x={left} y={76} width={20} height={20} rx={4} />
      ))}
      <path className={styles.thin} d="M22 118V79q0-3 3-3h13q3 0 3 3v39M31.5 76v42" />
      <rect className={styles.brass} x={126} y={76} width={20} height={20} rx={4} />
      <circle className={styles.brass} cx={149} cy={107} r={3.5} />
      <path className={styles.line} d="M84 20V9M84 9 67-4M84 9 101-4" />
      <circle className={styles.wheel} cx={48} cy={122} r={9} />
      <circle className={styles.wheel} cx={120} cy={122} r={9} />
    </g>
  )
}
