import type { AppSnapshot } from '../../ipc'
import { Page } from '../../shared/parts'
import { LookCard } from './LookCard'
import { ProxyLink } from './ProxyLink'

interface Props {
  app: AppSnapshot
  onNetwork(): void
}

/** What holds for the whole app, on this computer. One card, one file. */
export function Settings({ app, onNetwork }: Props) {
  return (
    <Page title="settings-title" lead="settings-lead">
      <LookCard app={app} />
      <ProxyLink onNetwork={onNetwork} />
    </Page>
  )
}
