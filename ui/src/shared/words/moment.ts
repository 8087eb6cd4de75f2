import type { LanguageTag } from './load'

const zone = 'Asia/Hong_Kong'
const regional: Record<LanguageTag, string> = { en: 'en-HK', 'zh-HK': 'zh-HK' }

const time: Intl.DateTimeFormatOptions = { timeZone: zone, hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }

function day(at: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, dateStyle: 'short' }).format(at)
}

/** Hong Kong time: only the hour if it was today, else with the date; an unreadable instant is shown as it came. */
export function momentText(instant: string, tag: LanguageTag, now: Date): string {
  const at = new Date(instant)
  if (Number.isNaN(at.getTime())) return instant
  if (day(at) !== day(now)) return fullMomentText(instant, tag)
  return new Intl.DateTimeFormat(regional[tag], time).format(at)
}

/** Hong Kong time with its date. */
export function fullMomentText(instant: string, tag: LanguageTag): string {
  const at = new Date(instant)
  if (Number.isNaN(at.getTime())) return instant
  return new Intl.DateTimeFormat(regional[tag], { ...time, year: 'numeric', month: 'short', day: 'numeric' }).format(at)
}

const minute = 60_000
const steps = [
  { unit: 'minute', length: minute, below: 60 * minute },
  { unit: 'hour', length: 60 * minute, below: 24 * 60 * minute },
  { unit: 'day', length: 24 * 60 * minute, below: Number.POSITIVE_INFINITY },
] as const

/** How long ago, in whole minutes, hours or days; `null` for less than a minute, or for what is no instant. */
export function agoText(instant: string, tag: LanguageTag, now: Date): string | null {
  const past = now.getTime() - new Date(instant).getTime()
  const step = steps.find(({ below }) => past < below)
  if (!step || past < minute) return null
  return new Intl.RelativeTimeFormat(regional[tag]).format(-Math.floor(past / step.length), step.unit)
}

/** A date in Hong Kong, from an instant or from a plain calendar date (`2027-02-22`). */
export function dateText(date: string, tag: LanguageTag): string {
  const at = new Date(/^\d{4}-\d{2}-\d{2}$/.test(date) ? `${date}T12:00:00+08:00` : date)
  if (Number.isNaN(at.getTime())) return date
  const form: Intl.DateTimeFormatOptions = { timeZone: zone, year: 'numeric', month: 'long', day: 'numeric' }
  return new Intl.DateTimeFormat(regional[tag], form).format(at)
}
