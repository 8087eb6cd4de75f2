import { engine, type SetupSnapshot } from '../../ipc'
import { Helper, OpenButton } from '../../shared/parts'

export function KeysHelper({ setup }: { setup: SetupSnapshot }) {
  const { id, region } = setup.connection
  const turn = region === 'practice' ? 'helper-practice' : 'helper-admin'
  return (
    <Helper path="keys-helper-path" place="credentials" lines={['keys-helper-corp', 'keys-helper-old', turn]}>
      <OpenButton look="quiet" name="keys-open-home" open={() => engine.linkOpen(id, 'console-home')} />
    </Helper>
  )
}
