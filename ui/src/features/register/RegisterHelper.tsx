import type { SetupSnapshot } from '../../ipc'
import { Helper } from '../../shared/parts'

export function RegisterHelper({ setup }: { setup: SetupSnapshot }) {
  const { region } = setup.connection
  const turn = region === 'practice' ? 'helper-practice' : 'helper-admin'
  return <Helper path="register-helper-path" place="apps" lines={['register-helper-developer', turn]} />
}
