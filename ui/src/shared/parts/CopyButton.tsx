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
  text: string
  look?: 'words' | 'sign'
}

export function CopyButton({ name, values, text, look = 'words' }: Props) {
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
    if (!(await run(() => copyText(text)))) return
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
      ) : (
        <Button icon={icon} onClick={() => void copy()}>
          {label}
        </Button>
      )}
      {problem && <ProblemText problem={problem} />}
    </>
  )
}
