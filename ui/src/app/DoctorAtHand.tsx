import { type ReactNode, useMemo } from 'react'
import { engine, type Link, type Problem, type SetupSnapshot, type Task } from '../ipc'
import { type DoctorDesk, DoctorProvider, type ProblemShape } from '../shared/lib'

interface Props {
  setup: SetupSnapshot | null
  /** Leads to a task; only where a company is open. */
  onTask: ((task: Task) => void) | null
  /** Shows the network's page. */
  onNetwork?: () => void
  /** Shows the doctor's page; nothing where it is shown. */
  onAsk: ((problem: Problem) => void) | null
  children: ReactNode
}

/** The doctor for every problem on the screen. */
export function DoctorAtHand({ setup, onTask, onNetwork, onAsk, children }: Props) {
  const id = setup?.connection.id ?? null
  const isPractice = setup?.connection.region === 'practice'
  const desk: DoctorDesk = useMemo(
    () => ({
      // Problems come from the engine, or have its shape.
      explain: async problem => {
        const { diagnosis, place, forIt } = await engine.doctorExplain(id, problem as Problem)
        return { destination: diagnosis.first.destination, place, forIt }
      },
      lead:
        id !== null && onTask && onNetwork
          ? {
              toTask: task => onTask(task as Task),
              toNetwork: onNetwork,
              toLink: link => engine.linkOpen(id, link as Link),
            }
          : null,
      toTroubles: id !== null && isPractice ? () => engine.linkOpen(id, 'console-home') : null,
      ask: onAsk && ((problem: ProblemShape) => onAsk(problem as Problem)),
    }),
    [id, isPractice, onTask, onNetwork, onAsk],
  )
  return <DoctorProvider value={desk}>{children}</DoctorProvider>
}
