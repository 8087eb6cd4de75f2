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

/** A date in Hong Kong, from an instant or from a plain calendar date (`2027-02-22`). */
export function dateText(date: string, tag: LanguageTag): string {
  const at = new Date(/^\d{4}-\d{2}-\d{2}$/.test(date) ? `${date}T12:00:00+08:00` : date)
  if (Number.isNaN(at.getTime())) return date
  const form: Intl.DateTimeFormatOptions = { timeZone: zone, year: 'numeric', month: 'long', day: 'numeric' }
  return new Intl.DateTimeFormat(regional[tag], form).format(at)
}
