import styles from './drawing.module.css'
import { ground, Hills, Rail, StopBoard, Towers, Water } from './pieces'
import { Tram } from './Tram'

export function Harbour() {
  return (
    <>
      <circle className={styles.brass} cx={66} cy={44} r={13} />
      <Hills />
      <Towers />
      <Water />
      <path className={styles.body} d="M44 126h118l-12 18H56z" />
      <path className={styles.line} d="M44 126h118l-12 18H56z" />
      <path className={styles.paper} d="M58 126v-16h90v16M68 110V96h68v14" />
      <path className={styles.line} d="M58 126v-16h90v16M68 110V96h68v14" />
      <path
        className={styles.thin}
        d="M72 118h8M88 118h8M104 118h8M120 118h8M136 118h6M80 103h6M94 103h6M108 103h6M122 103h6"
      />
      <path className={styles.brassBody} d="M96 96V78h16v18z" />
      <path className={styles.brassLine} d="M96 96V78h16v18M124 96V72" />
    </>
  )
}

export function Calm() {
  return (
    <>
      <circle className={styles.brass} cx={34} cy={62} r={13} />
      <Hills />
      <Rail />
      <path className={styles.rail} d="M0 28c80 5 240 5 320 0" />
      <Tram x={74} y={ground - 2} scale={0.86} />
      <StopBoard x={254} />
      <path className={styles.brassLine} d="M64 76q-7 9 0 19M56 70q-10 15 0 31" />
    </>
  )
}

export function Waiting() {
  return (
    <>
      <Hills />
      <Rail />
      <path className={styles.body} d="M84 52h140v12H84z" />
      <path className={styles.line} d="M84 52h140v12H84zM96 64v80M212 64v80M118 118h60M126 118v26M170 118v26" />
      <g transform="translate(148 -26)">
        <path className={styles.coat} d="M-11 144v-24q0-13 11-13t11 13v24z" />
        <path className={styles.line} d="M-11 144v-24q0-13 11-13t11 13v24" />
        <circle className={styles.head} cx={0} cy={97} r={8} />
        <path className={styles.line} d="M-6 144h14v20M-6 144v20" />
      </g>
      <circle className={styles.brassHead} cx={264} cy={58} r={18} />
      <path className={styles.brassLine} d="M264 76v68M264 48v10l7 5" />
    </>
  )
}
