import type { SetupSnapshot } from '../../ipc'
import { TaskHere } from '../../shared/lib'
import { Page, ProblemText } from '../../shared/parts'
import { ProxyCard } from './ProxyCard'
import { TestCard } from './TestCard'
import { TimeCard } from './TimeCard'
import { useNetwork } from './useNetwork'

interface Props {
  setup: SetupSnapshot
}

/** The way from this computer to DingTalk: which hosts get through, by which proxy, and whether the clocks agree. */
export function Network({ setup }: Props) {
  const { id } = setup.connection
  const { network, problem, read } = useNetwork(id)
  return (
    <TaskHere value="network">
      <Page title="network-title" lead="network-lead">
        {problem && <ProblemText problem={problem} />}
        {network && (
          <>
            <TestCard id={id} test={network.test} practice={setup.connection.region === 'practice'} onDone={read} />
            <TimeCard clock={network.test.clock} zone={network.zone} />
            <ProxyCard saved={network.proxy} onSaved={read} />
          </>
        )}
      </Page>
    </TaskHere>
  )
}
