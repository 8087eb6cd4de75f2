import { Button } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { useAction, useDesk } from '../lib'
import { Icon } from '../look'
import { useSay, type Values, type WordId } from '../words'
import { ProblemText } from './ProblemText'

interface Props {
  /** The button's name says what is copied: two copy buttons on one screen never share a name. */
  name: WordId
  values?: Values
  /** Told when it is pressed, if it is not at hand. */
  text: string | (() => Promise<string>)
  look?: 'words' | 'sign'
  /** A shorter name for those who see where the button stands. */
  shown?: WordId
}

export function CopyButton({ name, values, text, look = 'words', shown }: Props) {
  const say = useSay()
  const { copyText, announce } = useDesk()
  const { run, problem } = useAction()
  const [copied, setCopied] = useState(false)
  useEffect(() => {
    if (!copied) return
    const timer = setTimeout(() => setCopied(false), 2000)
    return () => clearTimeout(timer)
  }, [copied])
  const copy = async () => {
    if (!(await run(async () => copyText(typeof text === 'string' ? text : await text())))) return
    setCopied(true)
    announce(say('copy-done'))
  }
  const label = say(name, values)
  const icon = <Icon name={copied ? 'check' : 'copy'} />
  return (
    <>
      {look === 'sign' ? (
        <Button
          appearance="subtle"
          size="small"
          icon={icon}
          aria-label={label}
          title={label}
          onClick={() => void copy()}
        />
      ) : shown ? (
        <Button size="small" appearance="subtle" icon={icon} aria-label={label} onClick={() => void copy()}>
          {say(shown)}
        </Button>
      ) : (
        <Button icon={icon} onClick={() => void copy()}>
          {label}
        </Button>
      )}
      {problem && <ProblemText problem={problem} remedy="none" />}
    </>
  )
}
