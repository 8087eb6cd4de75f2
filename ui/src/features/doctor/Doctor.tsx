import { Button } from '@fluentui/react-components'
import { useEffect, useId, useRef, useState } from 'react'
import { engine, type Reading, type SetupSnapshot, type Stop } from '../../ipc'
import { useAction, useDesk } from '../../shared/lib'
import { Card, Page, ProblemText } from '../../shared/parts'
import { useSay, Words } from '../../shared/words'
import { Answer } from './Answer'
import styles from './doctor.module.css'

interface Props {
  setup: SetupSnapshot
  onStop(stop: Stop): void
}

/** Any error text in; its cause, whose turn it is and the way out. Nothing of it leaves this computer. */
export function Doctor({ setup, onStop }: Props) {
  const say = useSay()
  const { announce } = useDesk()
  const field = useId()
  const answer = useRef<HTMLElement>(null)
  const [text, setText] = useState('')
  const [reading, setReading] = useState<Reading | null>(null)
  const { busy, problem, run } = useAction()
  useEffect(() => {
    if (reading) answer.current?.focus()
  }, [reading])
  const read = async () => {
    setReading(null)
    await run(async () => {
      setReading(await engine.doctorRead(text))
      announce(say('doctor-read-done'))
    })
  }
  const empty = text.trim() === ''
  return (
    <Page title="doctor-title" lead="doctor-lead">
      <Card>
        <div className={styles.asked}>
          <label htmlFor={field}>{say('doctor-text')}</label>
          <Words as="p" id="doctor-text-hint" className={styles.hint} />
          <textarea
            id={field}
            rows={7}
            value={text}
            spellCheck={false}
            autoComplete="off"
            onChange={event => setText(event.target.value)}
          />
          <Button appearance="primary" disabledFocusable={busy || empty} onClick={() => void read()}>
            {say('doctor-read')}
          </Button>
          {problem && <ProblemText problem={problem} />}
        </div>
      </Card>
      {reading && (
        <section className={styles.card} ref={answer} tabIndex={-1} aria-labelledby={`${field}-answer`}>
          <h2 id={`${field}-answer`}>
            <Words id="doctor-answer" />
          </h2>
          <Answer reading={reading} setup={setup} onStop={onStop} />
        </section>
      )}
    </Page>
  )
}
