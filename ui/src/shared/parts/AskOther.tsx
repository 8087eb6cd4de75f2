import { Button } from '@fluentui/react-components'
import { Suspense, useId, useState } from 'react'
import { type TaskShape, useAction, useAskDesk, useKeepsFocus } from '../lib'
import { Icon } from '../look'
import { later, useAgo, useSay, Words } from '../words'
import styles from './ask.module.css'
import { ProblemText } from './ProblemText'

const AskPanel = later(async () => (await import('./AskPanel')).AskPanel)

interface Props {
  task: TaskShape
}

/** One's own turn, and yet often not in one's own hands. */
const oftenOthers = ['create-app', 'credentials', 'robot', 'address']

function isOthers({ task, who, problem, asked }: TaskShape): boolean {
  return (problem?.who ?? who) !== 'you' || asked !== null || oftenOthers.includes(task)
}

/**
 * "Ask somebody to do this": the ready message, and since when whom was asked. It stands on every task card by itself;
 * elsewhere it is given its task. Nothing is drawn for a task that is done, or that is nobody else's.
 */
export function AskOther({ task }: Props) {
  const say = useSay()
  const desk = useAskDesk()
  const undoing = useAction()
  const [open, setOpen] = useState(false)
  const id = useId()
  const toggleRow = useKeepsFocus<HTMLDivElement>(`${open} ${task.asked !== null}`)
  if (!desk || task.state === 'done' || !isOthers(task)) return null
  const toggle = (
    <Button
      size="small"
      appearance={task.asked ? 'secondary' : 'subtle'}
      icon={<Icon name="mail" />}
      aria-expanded={open}
      aria-controls={open ? id : undefined}
      onClick={() => setOpen(!open)}
    >
      {say(open ? 'ask-close' : task.asked ? 'ask-again' : 'ask-open')}
      <span className="hidden-words">{` ${say(`task-${task.task}`)}`}</span>
    </Button>
  )
  return (
    <div className={styles.ask} data-asked={task.asked !== null}>
      {task.asked && <AskedLine asked={task.asked} />}
      <div className={styles.row} ref={toggleRow}>
        {toggle}
        {task.asked && (
          <Button size="small" appearance="subtle" onClick={() => void undoing.run(() => desk.undo(task.task))}>
            {say('ask-undo')}
            <span className="hidden-words">{` ${say(`task-${task.task}`)}`}</span>
          </Button>
        )}
      </div>
      {undoing.problem && <ProblemText problem={undoing.problem} />}
      {open && (
        <div id={id}>
          <Suspense fallback={null}>
            <AskPanel task={task} onNoted={() => setOpen(false)} />
          </Suspense>
        </div>
      )}
    </div>
  )
}

function AskedLine({ asked }: { asked: NonNullable<TaskShape['asked']> }) {
  const say = useSay()
  const ago = useAgo()
  const long = ago(asked.askedAt)
  const looked = asked.checkedAt && ago(asked.checkedAt)
  return (
    <p className={styles.asked}>
      {long ? (
        <Words id="ask-since" values={{ who: asked.who, ago: long }} />
      ) : (
        <Words id="ask-since-now" values={{ who: asked.who }} />
      )}
      {say('sentence-gap')}
      {asked.times > 1 && (
        <>
          <Words id="ask-times" values={{ count: asked.times }} />
          {say('sentence-gap')}
        </>
      )}
      {!asked.byItself ? (
        <Words id="ask-said" />
      ) : !asked.checkedAt ? (
        <Words id="ask-looks" />
      ) : looked ? (
        <Words id="ask-looked" values={{ ago: looked }} />
      ) : (
        <Words id="ask-looked-now" />
      )}
    </p>
  )
}
