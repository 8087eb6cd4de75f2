import styles from './drawing.module.css'
import { ground, Hills, Rail, Somebody, StopBoard, Towers } from './pieces'
import { Tram } from './Tram'

export function Lookout() {
  return (
    <>
      <Hills />
      <Towers />
      <path className={styles.rail} d="M0 144h320M20 118h116M32 118v26M58 118v26M84 118v26M110 118v26M136 118v26" />
      <path className={styles.line} d="M84 118V92M70 144l14-26 14 26" />
      <path className={styles.body} d="M52 66q-6 12 2 24l62-8-6-24z" />
      <path className={styles.line} d="M52 66q-6 12 2 24l62-8-6-24zM110 58l12-3q6 14 4 26l-10 1" />
      <circle className={styles.brass} cx={84} cy={92} r={5} />
      <path className={styles.brassLine} d="M146 62l14-3M148 74h14M146 86l13 4" />
    </>
  )
}

export function Offline() {
  return (
    <>
      <Hills />
      <Rail />
      <path className={styles.rail} d="M0 24c40 3 90 4 128 4M192 28c38 0 88-1 128-4" />
      <path
        className={styles.brassLine}
        d="M128 28c8 0 12 6 10 14M192 28c-8 0-12 6-10 14M152 22l3-8M166 22l-3-8M159 34v8"
      />
      <Tram x={90} y={ground - 2} scale={0.76} />
      <path className={styles.line} d="M40 144V18h22M280 144V18h-22" />
    </>
  )
}

export function Letter() {
  return (
    <>
      <Hills />
      <Rail />
      <path className={styles.body} d="M52 144V60q0-18 24-18t24 18v84z" />
      <path className={styles.line} d="M52 144V60q0-18 24-18t24 18v84M46 62h60M46 136h60" />
      <path className={styles.line} d="M64 76h24" />
      <rect className={styles.pane} x={63} y={92} width={26} height={18} rx={3} />
      <g transform="rotate(-7 196 90)">
        <rect className={styles.board} x={144} y={58} width={104} height={66} rx={6} />
        <path className={styles.line} d="m146 62 50 36 50-36" />
        <circle className={styles.brass} cx={232} cy={110} r={6} />
      </g>
      <path className={styles.brassLine} d="M112 78h18M116 92h12M112 106h18" />
    </>
  )
}

export function WayMap() {
  return (
    <>
      <path className={styles.paper} d="M44 34l76-14 80 14 76-14v112l-76 14-80-14-76 14z" />
      <path className={styles.line} d="M44 34l76-14 80 14 76-14v112l-76 14-80-14-76 14z" />
      <path className={styles.thin} d="M120 20v112M200 34v112M62 116q20-12 40-4M216 50q22-10 44-2M216 64q16-6 30-1" />
      <path className={styles.way} d="M66 96c34 0 30-44 64-44s34 62 66 56 24-26 38-32" />
      <circle className={styles.stop} cx={66} cy={96} r={6} />
      <circle className={styles.stop} cx={130} cy={52} r={6} />
      <circle className={styles.stop} cx={196} cy={108} r={6} />
      <circle className={styles.passed} cx={236} cy={76} r={6} />
      <circle className={styles.brassLine} cx={236} cy={76} r={15} />
    </>
  )
}

export function Safe() {
  return (
    <>
      <Rail />
      <path className={styles.body} d="M92 36h120q8 0 8 8v84q0 8-8 8H92q-8 0-8-8V44q0-8 8-8z" />
      <path className={styles.line} d="M92 36h120q8 0 8 8v84q0 8-8 8H92q-8 0-8-8V44q0-8 8-8zM100 136v8M204 136v8" />
      <rect className={styles.pane} x={100} y={52} width={104} height={68} rx={6} />
      <circle className={styles.wheel} cx={140} cy={86} r={18} />
      <path className={styles.line} d="M140 68v-6M140 110v-6M122 86h-6M164 86h-6M140 80v12M134 86h12" />
      <path className={styles.line} d="M186 70v10M186 92v10" />
      <circle className={styles.brassHead} cx={258} cy={96} r={12} />
      <path className={styles.brassLine} d="M258 108v32M258 128h10M258 138h10" />
    </>
  )
}

export function Depot() {
  return (
    <>
      <path className={styles.paper} d="M30 144V70L160 20l130 50v74z" />
      <path className={styles.line} d="M30 144V70L160 20l130 50v74M56 144V84h208v60" />
      <path className={styles.thin} d="M56 84 160 44l104 40M160 20v24" />
      <Rail />
      <Tram x={92} y={ground - 2} scale={0.52} />
      <path className={styles.brassLine} d="M218 128h28M224 128v16M240 128v16M226 120l6-8 6 8" />
      <path className={styles.thin} d="M72 100h18M72 110h12" />
    </>
  )
}

export function Queue() {
  return (
    <>
      <Hills />
      <Rail />
      <StopBoard x={62} />
      <Somebody x={112} brass />
      <Somebody x={156} />
      <Somebody x={200} />
      <Somebody x={244} />
      <path className={styles.brassLine} d="M112 72V60M106 66l6-7 6 7" />
    </>
  )
}
