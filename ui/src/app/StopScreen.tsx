import { useMemo } from 'react'
import { RefusedAddress } from '../features/refused'
import { type SetupSnapshot, type Stop, stopOrder } from '../ipc'
import { later } from '../shared/words'

const Register = later(async () => (await import('../features/register')).Register)
const Keys = later(async () => (await import('../features/keys')).Keys)
const Permissions = later(async () => (await import('../features/permissions')).Permissions)
const Test = later(async () => (await import('../features/test')).Test)
const Protect = later(async () => (await import('../features/protect')).Protect)

interface Props {
  setup: SetupSnapshot
  onStop(stop: Stop): void
  onFinish(): void
}

export function StopScreen({ setup, onStop, onFinish }: Props) {
  const { here } = setup
  const { before, after } = useMemo(() => {
    const order = stopOrder(setup)
    const at = order.indexOf(here)
    return { before: order[at - 1], after: order[at + 1] }
  }, [setup, here])
  const props = {
    setup,
    onBack: before ? () => onStop(before) : null,
    onNext: after ? () => onStop(after) : onFinish,
    // Stop 5 holds this very task; anywhere else it opens in place.
    urgent: setup.refused && here !== 'protect' ? <RefusedAddress setup={setup} refused={setup.refused} /> : null,
  }
  switch (here) {
    case 'register':
      return <Register {...props} />
    case 'keys':
      return <Keys {...props} />
    case 'permissions':
      return <Permissions {...props} />
    case 'test':
      return <Test {...props} />
    case 'protect':
      return <Protect {...props} />
  }
}
