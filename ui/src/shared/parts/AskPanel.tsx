import { Button } from '@fluentui/react-components'
import { useCallback, useEffect, useRef, useState } from 'react'
import {
  type AskDesk,
  type AskedWho,
  type AskReading,
  type ProblemShape,
  pageProblem,
  problemOf,
  type TaskShape,
  useAction,
  useAskDesk,
  useDraft,
} from '../lib'
import { Icon } from '../look'
import { type LanguageTag, Spoken, useLanguageTag, useSay, Words } from '../words'
import styles from './ask.module.css'
import { ChooseOne, type Option } from './Choice'
import { CopyButton } from './CopyButton'
import { LanguageChoice } from './LanguageChoice'
import { ProblemText } from './ProblemText'
import { TextField } from './TextField'

const people: Option<AskedWho>[] = [
  { value: 'dingtalk-admin', label: 'who-dingtalk-admin' },
  { value: 'it', label: 'who-it' },
  { value: 'boss', label: 'who-boss' },
]

interface Props {
  task: TaskShape
  onNoted(): void
}

/** The message as the engine writes it, in both languages, for whoever was chosen last. */
function useLetters(desk: AskDesk | null, { task, asked }: TaskShape) {
  const [reading, setReading] = useState<AskReading | null>(null)
  const [problem, setProblem] = useState<ProblemShape | null>(null)
  const chosen = useRef((asked?.who as AskedWho | undefined) ?? null)
  const newest = useRef<Promise<AskReading> | null>(null)
  const read = useCallback(
    async (who: AskedWho | null = chosen.current) => {
      if (!desk) return
      chosen.current = who
      const mine = desk.read(task, who)
      newest.current = mine
      const current = () => newest.current === mine
      try {
        const told = await mine
        if (!current()) return
        setReading(told)
        setProblem(null)
      } catch (error) {
        if (current()) setProblem(problemOf(error))
      }
    },
    [desk, task],
  )
  useEffect(() => void read(), [read])
  return { reading, read, problem }
}

export function AskPanel({ task, onNoted }: Props) {
  const desk = useAskDesk()
  const { reading, read, problem } = useLetters(desk, task)
  if (!reading && problem) return <ProblemText problem={problem} />
  if (!desk || !reading) return null
  return <Letters desk={desk} task={task} reading={reading} unread={problem} onRead={read} onNoted={onNoted} />
}

interface LettersProps extends Props {
  desk: AskDesk
  reading: AskReading
  /** Why it could not be read anew. */
  unread: ProblemShape | null
  /** Reads it anew: for somebody else, or for the same person. */
  onRead(who?: AskedWho): Promise<void>
}

const letterOf = ({ en, zhHk }: AskReading, tag: LanguageTag) => (tag === 'en' ? en : zhHk)

function Letters({ desk, task, reading, unread, onRead, onNoted }: LettersProps) {
  const say = useSay()
  const here = useLanguageTag()
  const acting = useAction()
  const [tag, setTag] = useState<LanguageTag>(here)
  // The engine trims the name: what is being typed is not exchanged for that.
  const [before] = useState(reading.appName)
  const naming = useDraft(before, async name => {
    await desk.nameApp(name)
    await onRead()
  })
  const [pasted, setPasted] = useState(false)
  const { who } = reading
  const letter = letterOf(reading, tag)
  const keepName = () => void naming.flush()
  const copied = async () => {
    await naming.flush()
    const { subject, body } = letterOf(await desk.read(task.task, who), tag)
    return `${subject}\n\n${body}`
  }
  const mail = () =>
    void acting.run(async () => {
      await naming.flush()
      setPasted(!(await desk.mail(task.task, who, tag)))
    })
  const problem = pageProblem([], acting.problem, naming.problem, unread)
  const noted = () => void acting.run(() => desk.noted(task.task, who)).then(done => done && onNoted())
  return (
    <div className={styles.panel}>
      <ChooseOne legend="ask-whom" columns={3} options={people} value={who} onChange={one => void onRead(one)} />
      <TextField
        label="ask-app-name"
        aside="ask-app-name-aside"
        value={naming.value}
        onChange={naming.change}
        onBlur={keepName}
        onEnter={keepName}
      />
      <div className={styles.head}>
        <Words as="strong" id="ask-letter" />
        <LanguageChoice label="ask-language" value={tag} onChange={setTag} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long letters are scrolled with the keyboard too */}
      <section className={styles.letter} lang={tag} aria-label={say('ask-letter')} tabIndex={0}>
        <strong>
          <Spoken text={letter.subject} within={tag} />
        </strong>
        <p>
          <Spoken text={letter.body} within={tag} />
        </p>
      </section>
      <div className={styles.row}>
        <CopyButton name="ask-copy" text={copied} />
        <Button icon={<Icon name="mail" />} disabledFocusable={acting.busy} onClick={mail}>
          {say('ask-mail')}
        </Button>
        <Button icon={<Icon name="check" />} disabledFocusable={acting.busy} onClick={noted}>
          {say('ask-noted')}
        </Button>
      </div>
      {pasted && <Words as="p" id="ask-mail-pasted" className={styles.pasted} />}
      {problem && <ProblemText problem={problem} />}
    </div>
  )
}
