import { engine, type MessageDraft, type Person, type RobotView, type SetupSnapshot } from '../../../ipc'
import { type Action, type Draft, useAction, useDesk } from '../../../shared/lib'
import { useSay, type Values, type WordId } from '../../../shared/words'
import { fateOf } from './fates'
import { doubtful, type Send, sends } from './sends'

export type Way = 'group' | 'notice'

export interface Press {
  label: WordId
  values: Values
  act(): void
}

export interface Sending {
  action: Action
  doubt: ReturnType<typeof doubtful>
  /** What can be pressed now, the advised one first. */
  presses: Press[]
  /** Where this message was tried, if it is to go on from there. */
  tried: string | null
  /** It is advised to try this one first. */
  advised: boolean
  /** Where and when the same message went before. */
  before: { name: string; at: string } | null
  seen(): void
  again(): void
  /** To this one, once. */
  to(target: string): void
}

interface Asked {
  setup: SetupSnapshot
  draft: Draft<MessageDraft>
  way: Way
  robot: RobotView | null
  recipient: Person | null
}

const labels: Record<Way, Record<Send['kind'], WordId>> = {
  group: {
    plain: 'test-send-group',
    first: 'message-test-send',
    straight: 'message-straight',
    onward: 'message-now',
    again: 'message-again',
  },
  notice: {
    plain: 'test-send-notice',
    first: 'message-me-send',
    straight: 'message-straight',
    onward: 'message-now',
    again: 'message-again',
  },
}

/** What can be done with the message as it stands, and doing it. */
export function useSending({ setup, draft, way, robot, recipient }: Asked): Sending {
  const say = useSay()
  const { announce } = useDesk()
  const action = useAction()
  const { id } = setup.connection
  const { sent, me, robots } = setup.test
  const person = (one: Person | null) => one && { id: one.userId, name: one.name }
  const trial = robots.find(each => each.rehearsal) ?? null
  const asked =
    way === 'group'
      ? { way, sent, to: robot, first: robot?.rehearsal ? null : trial }
      : { way, sent, to: person(recipient), first: person(me) }
  const doubt = doubtful(asked)

  const send = async (target: string, meant: 'once' | 'again') => {
    await draft.flush()
    const went = await action.run(async () => {
      const after = await leave(target, meant)
      const last = after.test.sent[0]
      if (last) announce(`${last.name}: ${say(fateOf(last))}`)
    })
    return went
  }
  const leave = (target: string, meant: 'once' | 'again') => {
    const words = draft.value
    if (way === 'group') {
      return meant === 'once' ? engine.messageSend(id, target, words) : engine.messageSendAgain(id, target, words)
    }
    const to = [recipient, me].find(one => one?.userId === target) ?? { userId: target, name: '', department: '' }
    return meant === 'once' ? engine.noticeSend(id, to, words) : engine.noticeSendAgain(id, to, words)
  }
  // Without a receiver the engine says what is missing.
  const possible: Send[] = asked.to ? sends(asked) : [{ kind: 'plain', to: { id: '', name: '' } }]
  const going = possible[0]
  return {
    action,
    doubt,
    presses: possible.map(({ kind, to }) => ({
      label: labels[way][kind],
      values: { name: to.name },
      act: () => void send(to.id, kind === 'again' ? 'again' : 'once'),
    })),
    tried: going?.kind === 'onward' ? (asked.first?.name ?? null) : null,
    advised: going?.kind === 'first',
    before: going?.kind === 'again' ? { name: going.to.name, at: going.at ?? '' } : null,
    seen: () => void (doubt && action.run(() => engine.messageSeen(id, doubt.id))),
    again: () => void (doubt && send(doubt.target, 'again')),
    to: target => void send(target, 'once'),
  }
}
