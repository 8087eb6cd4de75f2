import { Button } from '@fluentui/react-components'
import type { Place } from '../../ipc'
import { Icon } from '../../shared/look'
import { Card, CopyButton, Sign } from '../../shared/parts'
import { useSay, Words } from '../../shared/words'
import { facts } from './facts'
import styles from './place.module.css'

interface Props {
  place: Place
  address: string | null
  onProtect(): void
}

/** Whose address DingTalk sees from there, and what to mind. */
export function SeenCard({ place, address, onProtect }: Props) {
  const say = useSay()
  return (
    <Card title="place-list-title">
      <ul className={styles.facts}>
        {facts[place].map(([weight, word]) => (
          <li key={word}>
            <Sign kind={weight === 'know' ? 'done' : 'attention'} />
            <Words as="p" id={word} />
          </li>
        ))}
      </ul>
      <div className={styles.address}>
        {address ? (
          <Words as="p" id="place-address-known" values={{ address }} />
        ) : (
          <Words as="p" id="place-address-unknown" />
        )}
        {address && <CopyButton name="place-address-copy" text={address} />}
        <Button icon={<Icon name="next" />} iconPosition="after" onClick={onProtect}>
          {say('place-to-list')}
        </Button>
      </div>
    </Card>
  )
}
