import { Button } from '@fluentui/react-components'
import { useRef, useState } from 'react'
import { engine, type ProxyMode, type ProxyView } from '../../ipc'
import { fieldProblem, pageProblem, useAction, useDesk } from '../../shared/lib'
import {
  ChooseOne,
  clearSecret,
  type Option,
  ProblemText,
  SecretField,
  TaskCard,
  TextField,
  takeSecret,
} from '../../shared/parts'
import { useMoment, useSay } from '../../shared/words'
import styles from './network.module.css'

const modes: readonly Option<ProxyMode>[] = [
  { value: 'system', label: 'proxy-mode-system', why: 'proxy-mode-system-why' },
  { value: 'manual', label: 'proxy-mode-manual', why: 'proxy-mode-manual-why' },
  { value: 'none', label: 'proxy-mode-none', why: 'proxy-mode-none-why' },
]

interface Props {
  saved: ProxyView
  onSaved(): Promise<void>
}

/** Saved by its button and not while typing: half an address would cut every company off. */
export function ProxyCard({ saved, onSaved }: Props) {
  const say = useSay()
  const { date } = useMoment()
  const { announce } = useDesk()
  const { busy, problem, run } = useAction()
  const password = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState<Partial<ProxyView>>({})
  const { mode, address, user } = { ...saved, ...typed }
  const kept = saved.passwordSetAt !== null && saved.address === address && saved.user === user
  const save = () =>
    void run(async () => {
      await engine.proxySet({ mode, address, user, password: takeSecret(password) })
      clearSecret(password)
      await onSaved()
      setTyped({})
      announce(say('network-saved'))
    })
  const signsIn = user.trim() !== ''
  const claimed = mode !== 'manual' ? [] : signsIn ? ['proxy-address', 'proxy-password'] : ['proxy-address']
  const elsewhere = pageProblem(claimed, problem)
  return (
    <TaskCard
      title="network-proxy-title"
      why="network-proxy-why"
      actions={
        <Button disabled={saved.fixed && mode !== 'manual'} disabledFocusable={busy} onClick={save}>
          {say('network-save')}
        </Button>
      }
    >
      <ChooseOne
        legend="network-proxy-mode"
        options={modes}
        value={mode}
        columns={3}
        shut={saved.fixed ? modes.map(({ value }) => value) : []}
        shutWhy="policy-fixed-proxy"
        onChange={next => setTyped({ ...typed, mode: next })}
      />
      {mode === 'manual' && (
        <div className={styles.fields}>
          <TextField
            kind="key"
            label="field-proxy-address"
            aside="network-address-aside"
            fixed={saved.fixed}
            value={address}
            onChange={next => setTyped({ ...typed, address: next })}
            onEnter={save}
            problem={fieldProblem('proxy-address', problem, [])}
          />
          <TextField
            kind="key"
            label="network-user"
            aside="network-user-aside"
            value={user}
            onChange={next => setTyped({ ...typed, user: next })}
            onEnter={save}
          />
          {signsIn && (
            <SecretField
              label="field-proxy-password"
              aside="network-password-aside"
              secret={password}
              onEnter={save}
              standing={kept ? say('secret-set', { date: date(saved.passwordSetAt ?? '') }) : null}
              keep={kept ? 'secret-keep' : undefined}
              problem={fieldProblem('proxy-password', problem, [])}
            />
          )}
        </div>
      )}
      {elsewhere && <ProblemText problem={elsewhere} />}
    </TaskCard>
  )
}
