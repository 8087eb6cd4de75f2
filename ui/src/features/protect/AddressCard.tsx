import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { engine, type SetupSnapshot, taskNamed } from '../../ipc'
import { fieldProblem, useAction } from '../../shared/lib'
import { Icon } from '../../shared/look'
import { CopyButton, Fold, TaskCard, TextField } from '../../shared/parts'
import { useSay } from '../../shared/words'
import styles from './protect.module.css'

interface Props {
  setup: SetupSnapshot
  /** Given when finding it is not the page's primary action. */
  onFind: (() => void) | null
  busy: boolean
}

/** The address that DingTalk really sees, large, to be copied. */
export function AddressCard({ setup, onFind, busy }: Props) {
  const say = useSay()
  const { id } = setup.connection
  const { address } = setup.protect
  const task = taskNamed(setup, 'address')
  const typing = useAction()
  const [typed, setTyped] = useState('')
  const take = () => void typing.run(() => engine.addressType(id, typed))
  const problem = fieldProblem('address', typing.problem, [task])
  return (
    <TaskCard
      title="task-address"
      why="protect-address-why"
      task={task}
      claimed={['address']}
      actions={
        onFind && (
          <Button icon={<Icon name="retry" />} disabledFocusable={busy} onClick={onFind}>
            {say('protect-find-again')}
          </Button>
        )
      }
    >
      {address && (
        <div className={styles.address}>
          <code>{address}</code>
          <CopyButton name="protect-copy" text={address} />
        </div>
      )}
      <Fold summary="protect-type-it" className={styles.own} calls={problem !== null}>
        <TextField
          kind="key"
          label="field-address"
          aside="protect-address-aside"
          value={typed}
          onChange={setTyped}
          onEnter={take}
          problem={problem}
        />
        <Button onClick={take} disabledFocusable={typing.busy}>
          {say('protect-type-take')}
        </Button>
      </Fold>
    </TaskCard>
  )
}
