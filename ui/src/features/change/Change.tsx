import type { SetupSnapshot, Stop } from '../../ipc'
import { Page } from '../../shared/parts'
import { RegionCard } from './RegionCard'
import { SecretCard } from './SecretCard'
import { UsesCard } from './UsesCard'

interface Props {
  setup: SetupSnapshot
  onStop(stop: Stop): void
}

/** Changing one thing of a set-up that works, without starting over: the secret, the uses, the region. */
export function Change({ setup, onStop }: Props) {
  return (
    <Page title="change-title" lead="change-lead">
      <SecretCard setup={setup} onStop={onStop} />
      <UsesCard setup={setup} onStop={onStop} />
      <RegionCard setup={setup} onStop={onStop} />
    </Page>
  )
}
