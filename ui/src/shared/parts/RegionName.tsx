import { type WordId, Words } from '../words'

const names = {
  practice: 'rail-practice',
  com: 'rail-mainland',
  io: 'rail-international',
} as const satisfies Record<string, WordId>

interface Props {
  region: keyof typeof names
  className?: string | undefined
}

/** Which DingTalk a company is connected to. */
export function RegionName({ region, className }: Props) {
  return <Words id={names[region]} className={className} />
}
