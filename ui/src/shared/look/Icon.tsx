const paths = {
  check: 'M3.5 8.5 6.7 11.7 12.5 4.6',
  copy: 'M5.5 5.5h7v8h-7zM3.5 10.5v-8h6',
  external: 'M9.5 3h3.5v3.5M13 3 7.5 8.5M11 9.5V13H3V5h3.5',
  next: 'M3.5 8h9M8.8 4.2 12.6 8l-3.8 3.8',
  back: 'M12.5 8h-9M7.2 4.2 3.4 8l3.8 3.8',
  line: 'M1.8 11.5C5 11.5 5 4.5 8 4.5s3 7 6.2 7',
  seal: 'M8 1.8l5 2v4c0 3.2-2.1 5.3-5 6.4-2.9-1.1-5-3.2-5-6.4v-4zM5.6 7.8l1.7 1.8 3.1-3.5',
  paste: 'M4.5 2.8H3v10.7h3M9.5 2.8H11v2M4.5 1.8h5v2.4h-5zM7.5 6.5h6v7.7h-6zM9.3 9h2.4M9.3 11.5h2.4',
  retry: 'M12.8 8a4.8 4.8 0 1 1-1.5-3.5M12.8 2.4v2.8H10',
  play: 'M5 3.2v9.6l7.4-4.8z',
  send: 'M2 8 14 2.5 9.5 14 8 9.2z',
  people: 'M8 7.2a2.4 2.4 0 1 0 0-4.8 2.4 2.4 0 0 0 0 4.8zM3 13.6c.4-2.9 2.3-4.3 5-4.3s4.6 1.4 5 4.3',
  doctor: 'M2.5 3.5h11v8H8.6L5.4 14v-2.5H2.5zM8 5.2v2.6M8 9.3v.4',
  network: 'M6 2.2h4v3H6zM2.2 10.8h4v3h-4zM9.8 10.8h4v3h-4zM8 5.2V8M4.2 10.8V8h7.6v2.8',
  key: 'M9.6 9.2a3.3 3.3 0 1 0-2.8-2.8L2.4 10.8v2.4h2.4v-1.6h1.6V10h1.6z',
} as const

export type IconName = keyof typeof paths

/** A small line drawing that only repeats what a word beside it says. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path d={paths[name]} />
    </svg>
  )
}
