import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { AppSnapshot, SetupSnapshot } from '../../ipc'
import { useKeepsFocus } from '../../shared/lib'
import { Icon } from '../../shared/look'
import { Card, Page } from '../../shared/parts'
import { useSay } from '../../shared/words'
import { FileCard } from './FileCard'
import styles from './handover.module.css'
import { ImportForm } from './Import'
import { PagesCard } from './PagesCard'
import { StarterCard } from './StarterCard'

interface Props {
  app: AppSnapshot
  setup: SetupSnapshot
}

/** Everything that is given into other hands: pages for people, a file for another computer, files for a programmer. */
export function Handover({ app, setup }: Props) {
  const say = useSay()
  const [taking, setTaking] = useState(false)
  const shown = useKeepsFocus<HTMLDivElement>(taking)
  return (
    <Page title="handover-title" lead="handover-lead">
      <PagesCard id={setup.connection.id} />
      <FileCard app={app} setup={setup} />
      <StarterCard id={setup.connection.id} />
      <div className={styles.after} ref={shown}>
        <Card title="handover-import" why="handover-import-why">
          {taking ? (
            <ImportForm onClose={() => setTaking(false)} />
          ) : (
            <Button icon={<Icon name="lock" />} onClick={() => setTaking(true)}>
              {say('handover-import-begin')}
            </Button>
          )}
        </Card>
      </div>
    </Page>
  )
}
