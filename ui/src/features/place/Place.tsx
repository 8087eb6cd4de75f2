import { type AppSnapshot, engine, type SetupSnapshot } from '../../ipc'
import { TaskHere, useAction } from '../../shared/lib'
import { Card, ChooseOne, Page, ProblemText } from '../../shared/parts'
import { places } from './facts'
import { RunnerCard } from './RunnerCard'
import { SeenCard } from './SeenCard'
import { StepsCard } from './StepsCard'

interface Props {
  app: AppSnapshot
  setup: SetupSnapshot
  /** The allow list is at the last stop. */
  onProtect(): void
}

/** Where the integration runs: what DingTalk sees from there, and how it is started there. */
export function Place({ app, setup, onProtect }: Props) {
  const { id } = setup.connection
  const { place, address } = setup.protect
  const choosing = useAction()
  return (
    <TaskHere value="place">
      <Page title="place-title" lead="place-lead">
        <Card title="place-chosen" why="place-chosen-why">
          <ChooseOne
            legend="field-place"
            quiet="legend"
            columns={2}
            options={places}
            value={place}
            onChange={next => void choosing.run(() => engine.placeChoose(id, next))}
          />
          {choosing.problem && <ProblemText problem={choosing.problem} />}
        </Card>
        {place && (
          <>
            <SeenCard place={place} address={address} onProtect={onProtect} />
            <StepsCard key={place} id={id} place={place} />
          </>
        )}
        <RunnerCard holder={app.lookedAfterBy} />
      </Page>
    </TaskHere>
  )
}
