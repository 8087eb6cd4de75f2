import { Button } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { type AskDesk, type AskedWho, type AskReading, type TaskShape, useAction, useAskDesk } from '../lib'
import { Icon } from '../look'
import { type LanguageTag, useLanguageTag, useSay, Words } from '../words'
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

/** The message as the engine writes it, in both languages, for whoever is chosen. */
function useLetters(desk: AskDesk | null, task: TaskShape) {
  const loading = useAction()
  const [reading, setReading] = useState<AskReading | null>(null)
  const { run } = loading
  const read = (who: AskedWho | null) =>
    void run(async () => {
      if (desk) setReading(await desk.read(task.task, who))
    })
  // biome-ignore lint/correctness/useExhaustiveDependencies: read once, when it opens; then for whom is chosen
  useEffect(() => read((task.asked?.who as AskedWho | undefined) ?? null), [])
  return { reading, read, problem: loading.problem }
}

export function AskPanel({ task, onNoted }: Props) {
  const desk = useAskDesk()
  const { reading, read, problem } = useLetters(desk, task)
  if (problem) return <ProblemText problem={problem} />
  if (!desk || !reading) return null
  return <Letters desk={desk} task={task} reading={reading} onRead={read} onNoted={onNoted} />
}

interface LettersProps extends Props {
  desk: AskDesk
  reading: AskReading
  onRead(who: AskedWho): void
}

function Letters({ desk, task, reading, onRead, onNoted }: LettersProps) {
  const say = useSay()
  const here = useLanguageTag()
  const acting = useAction()
  const [tag, setTag] = useState<LanguageTag>(here)
  const [name, setName] = useState(reading.appName)
  const [pasted, setPasted] = useState(false)
  const { who } = reading
  const letter = tag === 'en' ? reading.en : reading.zhHk
  const nameApp = () => {
    if (name !== reading.appName) void acting.run(() => desk.nameApp(name)).then(() => onRead(who))
  }
  const mail = () => void acting.run(async () => setPasted(!(await desk.mail(task.task, who, tag))))
  const noted = () => void acting.run(() => desk.noted(task.task, who)).then(done => done && onNoted())
  return (
    <div className={styles.panel}>
      <ChooseOne legend="ask-whom" columns={3} options={people} value={who} onChange={onRead} />
      <TextField
        label="ask-app-name"
        aside="ask-app-name-aside"
        value={name}
        onChange={setName}
        onBlur={nameApp}
        onEnter={nameApp}
      />
      <div className={styles.head}>
        <Words as="strong" id="ask-letter" />
        <LanguageChoice label="ask-language" value={tag} onChange={setTag} />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long letters are scrolled with the keyboard too */}
      <section className={styles.letter} lang={tag} aria-label={say('ask-letter')} tabIndex={0}>
        <strong>{letter.subject}</strong>
        <p>{letter.body}</p>
      </section>
      <div className={styles.row}>
        <CopyButton name="ask-copy" text={`${letter.subject}\n\n${letter.body}`} />
        <Button icon={<Icon name="mail" />} disabledFocusable={acting.busy} onClick={mail}>
          {say('ask-mail')}
        </Button>
        <Button icon={<Icon name="check" />} disabledFocusable={acting.busy} onClick={noted}>
          {say('ask-noted')}
        </Button>
      </div>
      {pasted && <Words as="p" id="ask-mail-pasted" className={styles.pasted} />}
      {acting.problem && <ProblemText problem={acting.problem} />}
    </div>
  )
}
