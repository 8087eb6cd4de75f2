import { Icon } from '../look'
import { useSay } from '../words'
import styles from './language.module.css'

export type ZoomStep = 'larger' | 'smaller' | 'usual'

interface Props {
  /** In per cent. */
  size: number
  onStep(step: ZoomStep): void
}

/** The keys Ctrl with +, − and 0, for those who do not know them. */
export function ZoomChoice({ size, onStep }: Props) {
  const say = useSay()
  const step = (step: ZoomStep, name: string, drawn: string) => (
    <button type="button" aria-label={name} title={name} onClick={() => onStep(step)}>
      {drawn === 'add' || drawn === 'less' ? <Icon name={drawn} size={14} /> : drawn}
    </button>
  )
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a row in WebKit
    <div className={`${styles.choice} ${styles.steps}`} role="group" aria-label={say('zoom-label')}>
      {step('smaller', say('zoom-smaller'), 'less')}
      {step('usual', say('zoom-usual', { size }), `${size}%`)}
      {step('larger', say('zoom-larger'), 'add')}
    </div>
  )
}
