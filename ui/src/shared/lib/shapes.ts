/**
 * What the drawing of a task needs to know. The engine's snapshots have these shapes and more; the shared parts
 * stay free of them, so that they can be drawn from anything.
 */
export type Arguments = { readonly [name: string]: string | undefined }

export interface ProblemShape {
  readonly code: string
  readonly who: string
  readonly field: string | null
  readonly args: Arguments
  readonly server: { readonly code: string; readonly message: string; readonly requestId: string | null } | null
}

export interface EvidenceShape {
  readonly kind: 'verified' | 'said'
  readonly at: string
  readonly call: string | null
  readonly answer: { readonly code: string; readonly args: Arguments }
  readonly by: string | null
  readonly practice: boolean
}

export type TaskStateShape = 'waiting' | 'running' | 'done' | 'problem'

export interface TaskShape {
  readonly task: string
  readonly who: string
  readonly state: TaskStateShape
  readonly evidence: EvidenceShape | null
  readonly problem: ProblemShape | null
  readonly asked: AskedShape | null
}

/** Somebody else was asked for it. */
export interface AskedShape {
  readonly who: string
  readonly since: string
  readonly askedAt: string
  readonly times: number
  readonly checkedAt: string | null
  readonly byItself: boolean
}

export interface NoteShape {
  readonly field: string
  readonly level: 'fine' | 'warn' | 'stop'
  readonly code: string
  readonly args: Arguments
}

/** The practice server's own hosts, whose numbers tell nobody anything; no other connection has such. */
const practiceHosts = /^127\.0\.0\.1:\d+(, 127\.0\.0\.1:\d+)*$/

/** What DingTalk did not tell goes by this: messages that may lack it have words for it. */
export const untold = 'unknown'

/** The values of a message: Fluent knows no `undefined`, and the practice server goes by its name. */
export function messageValues(args: Arguments): Record<string, string> {
  const values: Record<string, string> = {}
  for (const [name, value] of Object.entries(args)) {
    if (value === undefined) continue
    // An office may run its proxy on this very machine; it is not the practice server.
    values[name] = name !== 'proxy' && practiceHosts.test(value) ? 'practice' : value || untold
  }
  return values
}
