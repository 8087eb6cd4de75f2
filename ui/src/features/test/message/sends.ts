import type { SentView } from '../../../ipc'

export interface Target {
  id: string
  name: string
}

/** One thing to press: to whom, and what it means. */
export interface Send {
  kind: 'plain' | 'first' | 'straight' | 'onward' | 'again'
  to: Target
  /** When the same went there before. */
  at?: string
}

interface Asked {
  way: SentView['way']
  /** The newest first. */
  sent: readonly SentView[]
  to: Target | null
  /** Where a message may be tried first: the test group, or the person at this screen. */
  first: Target | null
}

const lastOf = ({ way, sent }: Asked, target: Target) =>
  sent.find(each => each.same && each.way === way && each.target === target.id)

/** A sending of this very message of which nobody knows whether it arrived. Nothing is sent until somebody has looked. */
export function doubtful(asked: Asked): SentView | null {
  for (const target of [asked.to, asked.first]) {
    const last = target && lastOf(asked, target)
    if (last?.fate === 'unknown') return last
  }
  return null
}

/** What can be sent now, the advised one first. */
export function sends(asked: Asked): Send[] {
  const { to, first, way } = asked
  if (!to || doubtful(asked)) return []
  const last = lastOf(asked, to)
  // A person gets the same words only once a day: DingTalk would drop them.
  if (last?.fate === 'sent') return way === 'notice' ? [] : [{ kind: 'again', to, at: last.at }]
  if (!first || first.id === to.id) return [{ kind: 'plain', to }]
  if (lastOf(asked, first)?.fate === 'sent') return [{ kind: 'onward', to }]
  return [
    { kind: 'first', to: first },
    { kind: 'straight', to },
  ]
}
