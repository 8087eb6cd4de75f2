import styles from './drawing.module.css'

/** What several scenes are made of. The scenes are 320 by 168, and their ground is at 144. */
export const ground = 144

export function Hills() {
  return (
    <path
      className={styles.thin}
      d={`M8 ${ground - 6}c22-4 34-32 62-32 20 0 26 14 44 14 26 0 36-42 72-42 32 0 44 44 74 44 18 0 30-8 52 10`}
    />
  )
}

export function Towers() {
  return (
    <path
      className={styles.thin}
      d="M198 138V66l9-9V42v15l9 9v72M224 138V84h20v54M252 138V98l14-10v50M205 78h5M205 92h5M205 106h5M231 98h6M231 112h6"
    />
  )
}

export function Rail() {
  return <path className={styles.rail} d={`M0 ${ground}H320`} />
}

export function Water() {
  return (
    <path
      className={styles.rail}
      d="M0 146q8-6 16 0t16 0 16 0 16 0 16 0 16 0 16 0 16 0 16 0 16 0 16 0 16 0 16 0 16 0 16 0 16 0 16 0 16 0 16 0 16 0M40 157q8-5 16 0t16 0 16 0M208 157q8-5 16 0t16 0"
    />
  )
}

/** Somebody, standing on the ground; the middle of their feet is at `x`. */
export function Somebody({ x, brass = false }: { x: number; brass?: boolean }) {
  return (
    <g transform={`translate(${x} ${ground})`}>
      <path className={brass ? styles.brassBody : styles.coat} d="M-11 0v-24q0-13 11-13t11 13V0z" />
      <path className={brass ? styles.brassLine : styles.line} d="M-11 0v-24q0-13 11-13t11 13V0" />
      <circle className={brass ? styles.brassHead : styles.head} cx={0} cy={-47} r={8} />
    </g>
  )
}

/** The board of a stop, on its post. */
export function StopBoard({ x }: { x: number }) {
  return (
    <g transform={`translate(${x} ${ground})`}>
      <path className={styles.line} d="M0 0v-78" />
      <rect className={styles.board} x={-15} y={-106} width={30} height={30} rx={15} />
      <path className={styles.line} d="M-7-86C-3-86-3-96 0-96S3-86 7-86" />
    </g>
  )
}
