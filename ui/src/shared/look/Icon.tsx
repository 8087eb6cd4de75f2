import { type IconName, icons } from './icons'

export type { IconName } from './icons'

/** A small line drawing that only repeats what a word beside it says. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      {/* On the svg itself, WebKit would thicken the stroke twice when the pages are enlarged. */}
      <path
        d={icons[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.5"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
