import type { Place } from '../../ipc'
import type { Option } from '../../shared/parts'

export const places: Option<Place>[] = [
  { value: 'this-pc', label: 'place-this-pc', why: 'protect-this-pc-why' },
  { value: 'office-server', label: 'place-office-server', why: 'protect-office-server-why' },
  { value: 'aws-hong-kong', label: 'place-aws-hong-kong', why: 'protect-aws-why' },
  { value: 'elsewhere', label: 'place-elsewhere', why: 'protect-elsewhere-why' },
]

type Interval = '30' | '91' | '182' | '365'

export const intervals: Option<Interval>[] = [
  { value: '30', label: 'protect-every-month' },
  { value: '91', label: 'protect-every-quarter' },
  { value: '182', label: 'protect-every-half-year' },
  { value: '365', label: 'protect-every-year' },
]

export function daysOf(interval: Interval): number {
  return Number(interval)
}

/** The choice that stands for so many days; nothing for a number that this screen does not offer. */
export function intervalOf(days: number | undefined): Interval | null {
  return intervals.find(({ value }) => Number(value) === days)?.value ?? null
}
