import { Button } from '@fluentui/react-components'
import { useAction } from '../lib'
import { Icon } from '../look'
import { useSay, type WordId } from '../words'
import styles from './open.module.css'
import { ProblemText } from './ProblemText'

interface Props {
  name: WordId
  open(): Promise<unknown>
  look?: 'button' | 'quiet'
  size?: 'small' | 'medium'
}

/** Opens a page of the console in the system's browser. */
export function OpenButton({ name, open, look = 'button', size = 'medium' }: Props) {
  const say = useSay()
  const { run, problem } = useAction()
  return (
    <>
      <Button
        size={size}
        appearance={look === 'quiet' ? 'transparent' : 'secondary'}
        className={look === 'quiet' ? (styles.quiet ?? '') : ''}
        icon={<Icon name="external" />}
        iconPosition="after"
        onClick={() => void run(open)}
      >
        {say(name)}
      </Button>
      {problem && <ProblemText problem={problem} remedy="none" />}
    </>
  )
}
