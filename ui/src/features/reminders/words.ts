import type { Owner, ReminderKind } from '../../ipc'
import { useSay } from '../../shared/words'

export function useTitle() {
  const say = useSay()
  return (kind: ReminderKind, note: string) => {
    const what = say(`reminder-kind-${kind}`)
    return note ? say('reminder-title-note', { what, note }) : what
  }
}

export function useWho() {
  const say = useSay()
  return (owner: Owner) => (owner.kind === 'named' ? owner.name : say(`who-${owner.kind}`))
}
