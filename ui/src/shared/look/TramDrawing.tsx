import styles from './drawing.module.css'

/** A Hong Kong double-decker, nose to the right; its origin is the left end of the rail. */
function Tram() {
  const upper = [0, 1, 2, 3, 4]
  return (
    <g>
      <path className={styles.body} d="M12 34q0-14 14-14h118q12 0 12 14v76H12z" />
      <path className={styles.line} d="M12 110V34q0-14 14-14h118q12 0 12 14v76q0 8-8 8H20q-8 0-8-8z" />
      <path className={styles.line} d="M12 66h144" />
      {upper.map(row => (
        <rect key={row} className={styles.paper} x={22 + row * 25.5} y={31} width={20} height={22} rx={4} />
      ))}
      {upper.map(row => (
        <rect key={row} className={styles.thin} x={22 + row * 25.5} y={31} width={20} height={22} rx={4} />
      ))}
      {[0, 1, 2].map(row => (
        <g key={row}>
          <rect className={styles.paper} x={48 + row * 25.5} y={76} width={20} height={20} rx={4} />
          <rect className={styles.thin} x={48 + row * 25.5} y={76} width={20} height={20} rx={4} />
        </g>
      ))}
      <path className={styles.thin} d="M22 118V78q0-3 3-3h12q3 0 3 3v40M31 75v43" />
      <rect className={styles.brass} x={126} y={76} width={20} height={20} rx={4} />
      <path className={styles.line} d="M84 20V8M84 8 66-6M84 8l22-12" />
      <circle className={styles.brass} cx={150} cy={106} r={4} />
      <circle className={styles.paper} cx={50} cy={122} r={9} />
      <circle className={styles.line} cx={50} cy={122} r={9} />
      <circle className={styles.paper} cx={118} cy={122} r={9} />
      <circle className={styles.line} cx={118} cy={122} r={9} />
    </g>
  )
}

function Track({ from, to, arrived }: { from: number; to: number; arrived: number }) {
  const gap = (to - from) / 4
  return (
    <g>
      <path className={styles.rail} d={`M0 174H${to + from}`} />
      {[0, 1, 2, 3, 4].map(stop => (
        <g key={stop}>
          <circle
            className={stop < arrived ? styles.fill : styles.paper}
            cx={from + stop * gap}
            cy={174}
            r={stop === 4 ? 7 : 6}
          />
          <circle className={stop === 4 ? styles.brassLine : styles.thin} cx={from + stop * gap} cy={174} r={7} />
        </g>
      ))}
    </g>
  )
}

/** Hills, two of the city's towers and the overhead line. */
function City() {
  return (
    <g>
      <path
        className={styles.thin}
        d="M0 150c40-8 62-58 104-58 30 0 44 26 72 26 34 0 52-62 98-62 44 0 66 70 110 70 40 0 52-30 96-30"
      />
      <path className={styles.thin} d="M318 150V70l10-10v-14 14l10 10v80M352 150V92h22v58M392 150v-44l16-10v54" />
      <path className={styles.thin} d="M325 84h8M325 98h8M325 112h8M359 104h8M359 118h8" />
      <path className={styles.rail} d="M0 32c120 8 360 8 480 0" />
    </g>
  )
}

/** The welcome page: the tram before its first stop. */
export function TramDrawing() {
  return (
    <svg className={styles.drawing} viewBox="0 0 480 190" aria-hidden="true" focusable="false">
      <City />
      <g transform="translate(36 42)">
        <Tram />
      </g>
      <Track from={40} to={440} arrived={0} />
    </svg>
  )
}

/** The finish page: the tram at its last stop, the bell ringing. */
export function ArrivedDrawing() {
  return (
    <svg className={styles.drawing} viewBox="0 0 480 190" aria-hidden="true" focusable="false">
      <City />
      <g transform="translate(272 42)">
        <Tram />
      </g>
      <Track from={40} to={440} arrived={5} />
      <path className={styles.brassLine} d="M446 82q8-4 12-12M450 98q12 0 20-8M438 70q2-8 0-16" />
    </svg>
  )
}
