import { Button } from '@fluentui/react-components'
import { useEffect, useId, useRef, useState } from 'react'
import { type ConnectionId, engine, type Problem, type Reading } from '../../ipc'
import { type ProblemShape, problemOf, useDesk } from '../../shared/lib'
import { Card, EmptyState, Page, ProblemText, TextArea } from '../../shared/parts'
import { useSay, Words } from '../../shared/words'
import { Answer } from './Answer'
import styles from './doctor.module.css'

interface Props {
  /** The company that is open. */
  company: ConnectionId | null
  /** The problem that the doctor was asked about, from wherever it stands. */
  asked: Problem | null
}

type Question = { text: string } | { problem: Problem }

/** Any error in; its cause, whose turn it is and the way out. Nothing of it leaves this computer. */
export function Doctor({ company, asked }: Props) {
  const say = useSay()
  const { announce } = useDesk()
  const field = useId()
  const answer = useRef<HTMLElement>(null)
  const [text, setText] = useState('')
  const [question, setQuestion] = useState<Question | null>(asked && { problem: asked })
  const [reading, setReading] = useState<Reading | null>(null)
  const [failure, setFailure] = useState<ProblemShape | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again in another language, for what IT is sent is in the one on now
  useEffect(() => {
    if (!question) return
    let current = true
    const asking =
      'text' in question ? engine.doctorRead(question.text) : engine.doctorExplain(company, question.problem)
    asking.then(
      told => {
        if (!current) return
        setReading(told)
        setFailure(null)
      },
      error => current && setFailure(problemOf(error)),
    )
    return () => {
      current = false
    }
  }, [question, company, say])
  const answered = useRef<Question | null>(null)
  useEffect(() => {
    if (!reading || answered.current === question) return
    answered.current = question
    announce(say('doctor-read-done'))
    answer.current?.focus()
  }, [reading, question, announce, say])
  const read = () => {
    setReading(null)
    setFailure(null)
    setQuestion({ text })
  }
  const busy = question !== null && reading === null && failure === null
  const empty = text.trim() === ''
  const told = reading && (
    <section className={styles.card} ref={answer} tabIndex={-1} aria-labelledby={`${field}-answer`}>
      <h2 id={`${field}-answer`}>
        <Words id="doctor-answer" />
      </h2>
      <Answer reading={reading} open={company !== null} />
    </section>
  )
  const wasPasted = question !== null && 'text' in question
  return (
    <Page title="doctor-title" lead="doctor-lead">
      {/* The problem that was asked about stands first; the field waits below for more. */}
      {!wasPasted && told}
      <Card>
        <TextArea label="doctor-text" hint="doctor-text-hint" kind="code" rows={7} value={text} onChange={setText} />
        <Button appearance="primary" disabledFocusable={busy || empty} onClick={read}>
          {say('doctor-read')}
        </Button>
        {failure && <ProblemText problem={failure} remedy="none" />}
      </Card>
      {!question && <EmptyState scene="lookout" title="doctor-nothing" why="doctor-nothing-why" />}
      {wasPasted && told}
    </Page>
  )
}
