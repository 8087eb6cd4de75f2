import { Switch } from '@fluentui/react-components'
import { type AppSnapshot, engine } from '../../ipc'
import { useAction } from '../../shared/lib'
import { Card, ProblemText } from '../../shared/parts'
import { useSay } from '../../shared/words'

/** Whether reminders come as notifications. The home page has them in any case. */
export function NoticesCard({ app }: { app: AppSnapshot }) {
  const say = useSay()
  const { problem, run } = useAction()
  return (
    <Card title="notices-title" why="notices-why">
      <Switch
        checked={app.background.notices}
        label={say('notices-on')}
        onChange={(_, { checked }) => void run(() => engine.noticesChoose(checked))}
      />
      {problem && <ProblemText problem={problem} />}
    </Card>
  )
}
