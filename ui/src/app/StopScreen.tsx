import { lazy, useMemo } from 'react'
import { RefusedAddress } from '../features/refused'
import { type SetupSnapshot, type Stop, stopOrder } from '../ipc'

const Register = lazy(() => import('../features/register').then(({ Register }) => ({ default: Register })))
const Keys = lazy(() => import('../features/keys').then(({ Keys }) => ({ default: Keys })))
const Permissions = lazy(() => import('../features/permissions').then(({ Permissions }) => ({ default: Permissions })))
const Test = lazy(() => import('../features/test').then(({ Test }) => ({ default: Test })))
const Protect = lazy(() => import('../features/protect').then(({ Protect }) => ({ default: Protect })))

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
