import { engine, type SetupSnapshot } from '../../ipc'
import { Helper, OpenButton } from '../../shared/parts'

export function RegisterHelper({ setup }: { setup: SetupSnapshot }) {
  const { id, region } = setup.connection
  const turn = region === 'practice' ? 'helper-practice' : 'helper-admin'
  return (
    <Helper path="register-helper-path" place="apps" lines={['register-helper-developer', turn]}>
      <OpenButton look="quiet" name="register-open-developer" open={() => engine.linkOpen(id, 'register')} />
    </Helper>
  )
}
