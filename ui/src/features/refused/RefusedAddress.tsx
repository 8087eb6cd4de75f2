import { Button, Spinner } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { engine, isRunning, type SetupSnapshot, taskNamed } from '../../ipc'
import { type ProblemShape, TaskHere, typedInto, useAction } from '../../shared/lib'
import { Icon } from '../../shared/look'
import { AskOther, CopyButton, OpenButton, ProblemText, Remedy, Who } from '../../shared/parts'
import { useSay, Words } from '../../shared/words'
import styles from './refused.module.css'

interface Props {
  setup: SetupSnapshot
  refused: NonNullable<SetupSnapshot['refused']>
}

/** DingTalk refused the address: the allow-list task of stop 5, opened where it happened, gone when accepted. */
export function RefusedAddress({ setup, refused }: Props) {
  const say = useSay()
  const check = useAction()
  const { id } = setup.connection
  const [asked, setAsked] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const list = taskNamed(setup, 'allow-list')
  const told: ProblemShape =
    list.problem?.code === 'address-refused'
      ? list.problem
      : { code: 'address-refused', who: 'dingtalk-admin', field: null, args: { ip: refused.ip }, server: null }
  const busy = check.busy || isRunning(setup, ['allow-list'])
  useEffect(() => {
    // A look in the background may have found it out, while somebody typed.
    if (typedInto()) return
    heading.current?.focus({ preventScroll: true })
    heading.current?.closest('section')?.scrollIntoView({ block: 'nearest' })
  }, [])
  return (
    <section className={styles.panel} aria-labelledby="refused-heading" data-urgent>
      <header>
        <h2 id="refused-heading" ref={heading} tabIndex={-1}>
          <span aria-hidden="true">!</span>
          <Words id="refused-title" />
        </h2>
        <Who who="dingtalk-admin" />
      </header>
      <Words as="p" id="refused-why" />
      <div className={styles.address}>
        <code>{refused.ip}</code>
        <CopyButton name="refused-copy" text={refused.ip} />
      </div>
      <Words as="p" id="refused-where" />
      <div className={styles.actions}>
        <OpenButton name="refused-open" open={() => engine.linkOpen(id, 'security-settings')} />
        <Button
          icon={busy ? <Spinner size="tiny" aria-hidden="true" /> : <Icon name="retry" />}
          disabledFocusable={busy}
          onClick={() => void check.run(() => engine.allowListCheck(id)).then(setAsked)}
        >
          {say('refused-check')}
        </Button>
      </div>
      <AskOther task={list} />
      {list.problem && !busy && list.problem.code !== 'address-refused' && <ProblemText problem={list.problem} />}
      {asked && !busy && list.problem?.code === 'address-refused' && (
        <Words as="p" id="refused-still" className={styles.still} />
      )}
      {check.problem && <ProblemText problem={check.problem} />}
      <TaskHere value="allow-list">
        <Remedy problem={told} what={say('problem-address-refused', { ip: refused.ip })} />
      </TaskHere>
    </section>
  )
}
