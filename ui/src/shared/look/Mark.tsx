/** The mark: the tram line. The same drawing as icons/hoitung.svg. */
export function Mark({ size = 36 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 512 512" aria-hidden="true" focusable="false">
      <rect x="16" y="16" width="480" height="480" rx="116" fill="#0e5a47" />
      <path
        d="M96 356C180 356 172 164 256 164S332 356 416 356"
        fill="none"
        stroke="#dff1ea"
        strokeWidth="40"
        strokeLinecap="round"
      />
      <circle cx="100" cy="356" r="42" fill="#fff" />
      <circle cx="256" cy="164" r="42" fill="#fff" />
      <circle cx="412" cy="356" r="42" fill="#f4c95d" />
    </svg>
  )
}
