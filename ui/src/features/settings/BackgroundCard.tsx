import { Button, Switch } from '@fluentui/react-components'
import { useEffect, useState } from 'react'
import { type AppSnapshot, type Closing, type Desktop, engine } from '../../ipc'
import { useAction, useDesk } from '../../shared/lib'
import { Card, ChooseOne, type Option, ProblemText } from '../../shared/parts'
import { useMoment, useSay, Words } from '../../shared/words'
import styles from './background.module.css'

const closings: readonly Option<Closing>[] = [
  { value: 'keep-running', label: 'closing-keep', why: 'background-keep-why' },
  { value: 'quit', label: 'closing-quit', why: 'background-quit-why' },
]

/** Starting with the computer, what closing the window means, and a pause. */
export function BackgroundCard({ app }: { app: AppSnapshot }) {
  const say = useSay()
  const { announce } = useDesk()
  const { moment } = useMoment()
  const acting = useAction()
  const [desktop, setDesktop] = useState<Desktop | null>(null)
  const { closing, pausedUntil } = app.background
  useEffect(() => void engine.desktop().then(setDesktop, () => undefined), [])
  const start = (on: boolean) =>
    void acting.run(async () => {
      setDesktop(await engine.autostartChoose(on))
      announce(say(on ? 'background-autostart-on' : 'background-autostart-off'))
    })
  return (
    <Card title="background-title" why="background-why">
      {desktop?.autostart != null && (
        <Switch
          checked={desktop.autostart}
          label={say('background-autostart')}
          onChange={(_, { checked }) => start(checked)}
        />
      )}
      {desktop && !desktop.tray && <Words as="p" id="background-no-tray" className={styles.soft} />}
      <ChooseOne
        legend="background-closing"
        options={closings}
        value={closing}
        columns={2}
        onChange={next => void acting.run(() => engine.closingChoose(next))}
      />
      <div className={styles.pause}>
        {pausedUntil ? (
          <>
            <Words as="p" id="background-paused" values={{ until: moment(pausedUntil) }} />
            <Button onClick={() => void acting.run(() => engine.pause('none'))}>{say('tray-resume')}</Button>
          </>
        ) : (
          <>
            <Button onClick={() => void acting.run(() => engine.pause('hour'))}>{say('tray-pause-hour')}</Button>
            <Button onClick={() => void acting.run(() => engine.pause('tomorrow'))}>
              {say('tray-pause-tomorrow')}
            </Button>
          </>
        )}
      </div>
      {acting.problem && <ProblemText problem={acting.problem} />}
    </Card>
  )
}
