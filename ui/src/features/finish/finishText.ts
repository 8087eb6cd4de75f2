import type { SetupSnapshot, TaskView } from '../../ipc'
import { dingtalkCall } from '../../shared/lib'
import type { Say } from '../../shared/words'

type Told = NonNullable<TaskView['evidence']>['answer']

export interface Teller {
  say: Say
  moment(at: string): string
  answer(told: Told): string
}

function proofText({ evidence, state }: TaskView, { say, moment, answer }: Teller): string {
  if (!evidence || state !== 'done') return say('finish-text-open')
  const call = dingtalkCall(evidence.call)
  const values = {
    answer: answer(evidence.answer),
    at: moment(evidence.at),
    call: call ?? '',
    by: evidence.by ?? '',
  }
  switch (evidence.kind) {
    case 'verified':
      return say(call ? 'finish-text-verified-by' : 'finish-text-verified', values)
    case 'said':
      return say(evidence.by ? 'finish-text-said-by' : 'finish-text-said', values)
  }
}

/** The same page as plain text, for a mail. It holds no secret: neither does the snapshot. */
export function finishText(setup: SetupSnapshot, company: string, teller: Teller): string {
  const { say } = teller
  const lines = [
    say(setup.connection.region === 'practice' ? 'finish-text-title-practice' : 'finish-text-title', { company }),
  ]
  for (const { stop, tasks } of setup.stops) {
    lines.push('', say(`stop-${stop}`))
    for (const task of tasks) {
      lines.push(say('finish-text-line', { task: say(`task-${task.task}`), proof: proofText(task, teller) }))
    }
  }
  return lines.join('\n')
}
