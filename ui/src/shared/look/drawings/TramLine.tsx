import styles from './drawing.module.css'
import { Tram } from './Tram'

const stops = [90, 270, 450, 630, 810] as const
const rail = 142

/** Hills, a few towers, and the overhead line. */
function City() {
  return (
    <g>
      <path
        className={styles.thin}
        d="M0 128c60-6 92-66 152-66 44 0 62 34 104 34 52 0 78-70 146-70 66 0 96 84 160 84 58 0 74-46 138-46 52 0 78 40 132 40 30 0 48-12 68-20"
      />
      <path className={styles.thin} d="M506 130V52l12-12V22v18l12 12v78M544 130V78h26v52M584 130V96l18-12v46" />
      <path
        className={styles.thin}
        d="M514 66h8M514 82h8M514 98h8M552 92h10M552 106h10M720 130V88h20v42M750 130v-28l16-10v38"
      />
      <path className={styles.rail} d="M0 4c180 8 720 8 900 0" />
    </g>
  )
}

/** The line of five stops: the tram before the first, or arrived at the last, its bell ringing. */
export function TramDrawing({ at }: { at: 'start' | 'end' }) {
  const arrived = at === 'end'
  return (
    <svg className={styles.drawing} viewBox="0 0 900 156" aria-hidden="true" focusable="false">
      <City />
      <Tram x={(arrived ? stops[4] : stops[0]) - 84} y={rail} />
      <path className={styles.rail} d={`M0 ${rail}H900`} />
      {stops.map((x, index) => (
        <circle
          key={x}
          className={arrived ? styles.passed : styles.stop}
          data-last={index === 4}
          cx={x}
          cy={rail}
          r={8}
        />
      ))}
      {arrived && <path className={styles.brassLine} d="M727 58q-9 13 0 26M715 50q-14 21 0 42" />}
    </svg>
  )
}
