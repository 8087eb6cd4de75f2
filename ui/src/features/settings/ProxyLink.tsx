import { Button } from '@fluentui/react-components'
import { Icon } from '../../shared/look'
import { Card } from '../../shared/parts'
import { useSay } from '../../shared/words'

/** The proxy has its page, with the test beside it. */
export function ProxyLink({ onNetwork }: { onNetwork(): void }) {
  const say = useSay()
  return (
    <Card title="network-proxy-title" why="settings-proxy-why">
      <div>
        <Button icon={<Icon name="network" />} onClick={onNetwork}>
          {say('settings-proxy-open')}
        </Button>
      </div>
    </Card>
  )
}
