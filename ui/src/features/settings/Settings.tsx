import type { AppSnapshot } from '../../ipc'
import { Page } from '../../shared/parts'
import { BackgroundCard } from './BackgroundCard'
import { FolderCard } from './FolderCard'
import { LogsCard } from './LogsCard'
import { LookCard } from './LookCard'
import { NoticesCard } from './NoticesCard'
import { PolicyCard } from './PolicyCard'
import { ProxyLink } from './ProxyLink'
import { PurgeCard } from './PurgeCard'
import { ReportCard } from './ReportCard'
import { UpdateCard } from './UpdateCard'

interface Props {
  app: AppSnapshot
  onNetwork(): void
}

/** What holds for the whole app, on this computer. One card, one file. */
export function Settings({ app, onNetwork }: Props) {
  return (
    <Page title="settings-title" lead="settings-lead">
      <PolicyCard policy={app.policy} />
      <LookCard app={app} />
      <BackgroundCard app={app} />
      <NoticesCard app={app} />
      <ProxyLink onNetwork={onNetwork} />
      <UpdateCard app={app} />
      <FolderCard />
      <LogsCard />
      <ReportCard />
      <PurgeCard />
    </Page>
  )
}
