import { Button } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { type ConnectionId, engine, type NetworkTest } from '../../ipc'
import { useAction, useDesk } from '../../shared/lib'
import { Icon } from '../../shared/look'
import { CopyButton, ProblemText, TaskCard } from '../../shared/parts'
import { useMoment, useSay, type Values, type WordId, Words } from '../../shared/words'
import { HostRows } from './HostRows'
import { Inspection } from './Inspection'
import styles from './network.module.css'

interface Props {
  id: ConnectionId
  test: NetworkTest
  practice: boolean
  /** The test is over: read the page again. */
  onDone(): Promise<void>
}

export function TestCard({ id, test, practice, onDone }: Props) {
  const say = useSay()
  const { fullMoment } = useMoment()
  const { announce } = useDesk()
  const { busy, problem, run } = useAction()
  const stopping = useAction()
  const failure = problem ?? stopping.problem
  const running = busy || test.running
  const [word, values] = resultOf(test)
  const report = useReport(id, test)
  const told = test.at && say(word, values)
  // What stands there when the page opens, or is only said in another language, is no news.
  const news = JSON.stringify([test.at, word, values])
  const heard = useRef(news)
  useEffect(() => {
    if (!told || news === heard.current) return
    heard.current = news
    announce(told)
  }, [news, told, announce])
  const start = () =>
    void run(async () => {
      await engine.networkTest(id)
      await onDone()
    })
  return (
    <TaskCard
      title="network-test-title"
      why={practice ? 'network-test-practice' : 'network-test-why'}
      actions={
        <>
          {running ? (
            <Button onClick={() => void stopping.run(() => engine.networkCancel(id))}>
              {say('network-test-stop')}
            </Button>
          ) : (
            <Button appearance="primary" icon={<Icon name={test.at ? 'retry' : 'play'} />} onClick={start}>
              {say(test.at ? 'network-test-again' : 'network-test-run')}
            </Button>
          )}
          {report && !running && <CopyButton name="network-copy" text={report} />}
        </>
      }
    >
      <p className={styles.result} data-kind={word}>
        <Words id={word} values={values} />
        {test.at && !running && (
          <small>
            <Words id="network-test-at" values={{ at: fullMoment(test.at) }} />
          </small>
        )}
      </p>
      <Inspection rows={test.rows} />
      {test.rows.length > 0 && <HostRows rows={test.rows} practice={test.practice} />}
      {failure && <ProblemText problem={failure} />}
    </TaskCard>
  )
}

function resultOf({ at, running, rows }: NetworkTest): [WordId, Values] {
  const all = rows.length
  const failed = rows.filter(({ state }) => state === 'failed').length
  const done = failed + rows.filter(({ state }) => state === 'reached').length
  if (!at) return ['network-test-never', {}]
  if (running) return ['network-test-progress', { done, all }]
  if (done < all) return ['network-test-stopped', { done, all }]
  return failed > 0 ? ['network-test-bad', { failed, all }] : ['network-test-good', { all }]
}

/** The text for IT, made anew after each test. */
function useReport(id: ConnectionId, { at, running }: NetworkTest): string | null {
  const [report, setReport] = useState<string | null>(null)
  useEffect(() => {
    let current = true
    setReport(null)
    if (!at || running) return
    engine.networkReport(id).then(
      text => current && setReport(text),
      // Without it there is no button to copy it.
      () => undefined,
    )
    return () => {
      current = false
    }
  }, [id, at, running])
  return report
}
