import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import type { ProblemShape } from '../lib'
import { useSay } from '../words'
import styles from './rest.module.css'
import { TextField } from './TextField'

export type RestShape = 'day' | 'week' | { until: string }

interface Props {
  /** What rests, for whoever hears the buttons. */
  what: string
  busy: boolean
  problem: ProblemShape | null
  onRest(rest: RestShape): void
}

/** “Not now”: a day, a week, or until a date. */
export function Rest({ what, busy, problem, onRest }: Props) {
  const say = useSay()
  const [open, setOpen] = useState(false)
  const [date, setDate] = useState('')
  const until = () => onRest({ until: date })
  return (
    <div className={styles.rest} data-open={open}>
      <Button aria-expanded={open} onClick={() => setOpen(!open)}>
        {say('reminder-rest')}
        <span className="hidden-words">{` ${what}`}</span>
      </Button>
      {open && (
        <div className={styles.choices}>
          <Button disabledFocusable={busy} onClick={() => onRest('day')}>
            {say('reminder-rest-day')}
          </Button>
          <Button disabledFocusable={busy} onClick={() => onRest('week')}>
            {say('reminder-rest-week')}
          </Button>
          <div className={styles.date}>
            <TextField
              kind="key"
              label="reminder-rest-date"
              aside="reminder-date-aside"
              value={date}
              onChange={setDate}
              onEnter={until}
              problem={problem}
            />
            <Button disabledFocusable={busy} onClick={until}>
              {say('reminder-rest-until')}
            </Button>
          </div>
        </div>
      )}
    </div>
  )
}
