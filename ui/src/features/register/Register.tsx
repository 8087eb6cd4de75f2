import type { ReactNode } from 'react'
import { engine, isRunning, type RegisterForm, type SetupSnapshot, taskNamed } from '../../ipc'
import { GuidePanel } from '../../shared/guide'
import { fieldProblem, pageProblem, useAction, useAllowed, useDraft, useLive } from '../../shared/lib'
import { ChooseOne, type Primary, StopPage, TaskCard, TextField } from '../../shared/parts'
import { CreateApp } from './CreateApp'
import { appTypes, regions, residencies } from './choices'
import { isConfirmed } from './confirmed'

interface Props {
  setup: SetupSnapshot
  onBack: (() => void) | null
  onNext(): void
  urgent: ReactNode
}

const claimed = ['company-name', 'email', 'app-type', 'region', 'residency'] as const
const judged = ['company', 'app-type', 'region'] as const

/** Stop 1: who the company is, what kind of app, which DingTalk; the way there; the app itself. */
export function Register({ setup, onBack, onNext, urgent }: Props) {
  const { id } = setup.connection
  const sent = useAction()
  const hosts = useAction()
  const draft = useDraft(setup.register, form => engine.registerDraft(id, form))
  const form = draft.value
  const notes = useLive(form, () => engine.registerNotes(form), [])
  const set = (part: Partial<RegisterForm>) => {
    sent.forget()
    draft.change({ ...form, ...part })
  }

  const allowed = useAllowed().regions
  const shut = regions.map(({ value }) => value).filter(value => !allowed.includes(value))
  const tasks = judged.map(name => taskNamed(setup, name))
  const way = taskNamed(setup, 'hosts')
  const confirmed = isConfirmed(setup, form)
  const checking = hosts.busy || isRunning(setup, ['hosts'])

  const checkHosts = () => hosts.run(() => engine.hostsCheck(id))
  const confirm = async () => {
    await draft.flush()
    if (!(await sent.run(() => engine.registerConfirm(id, form)))) return
    await checkHosts()
  }
  const step: Primary = !confirmed
    ? { label: 'register-confirm', act: () => void confirm() }
    : way.state !== 'done'
      ? { label: 'register-hosts-check', act: () => void checkHosts() }
      : { label: 'register-next', act: onNext }
  const noteOf = (field: string, typed: string) => (typed ? notes.filter(note => note.field === field) : [])
  const problemOf = (field: string) => fieldProblem(field, sent.problem, tasks)

  // While practising the choice changes only words and links.
  const { region } = setup.connection
  const moves =
    region !== 'practice' && form.region !== null && form.region !== region && setup.keys.secretSetAt !== null
  return (
    <StopPage
      title="register-title"
      lead="register-lead"
      helper={<GuidePanel places={['register', 'developer-rights', 'create-app']} place="create-app" />}
      problem={pageProblem(claimed, sent.problem, hosts.problem, draft.problem)}
      primary={{ ...step, busy: sent.busy || checking, trying: sent.busy || checking }}
      onBack={onBack}
      onCancel={checking ? () => void engine.setupCancel(id) : null}
      urgent={urgent}
    >
      <TaskCard title="task-company" task={taskNamed(setup, 'company')} claimed={claimed}>
        <TextField
          label="field-company-name"
          aside="register-company-name-aside"
          value={form.companyName}
          onChange={companyName => set({ companyName })}
          onBlur={() => void draft.flush()}
          onEnter={step.act}
          problem={problemOf('company-name')}
        />
        <TextField
          kind="email"
          label="field-email"
          aside="register-email-aside"
          value={form.email}
          onChange={email => set({ email })}
          onBlur={() => void draft.flush()}
          onEnter={step.act}
          notes={noteOf('email', form.email)}
          problem={problemOf('email')}
        />
      </TaskCard>
      <TaskCard title="task-app-type" task={taskNamed(setup, 'app-type')} claimed={claimed}>
        <ChooseOne
          legend="field-app-type"
          quiet="legend"
          columns={2}
          options={appTypes}
          value={form.appType}
          onChange={appType => set({ appType })}
          problem={problemOf('app-type')}
        />
      </TaskCard>
      <TaskCard title="task-region" task={taskNamed(setup, 'region')} claimed={claimed}>
        <ChooseOne
          legend="field-region"
          columns={2}
          options={regions}
          value={form.region}
          onChange={region => set({ region })}
          hint={moves ? 'register-region-moves' : undefined}
          shut={shut}
          shutWhy="policy-fixed-region"
          problem={problemOf('region')}
        />
        <ChooseOne
          legend="field-residency"
          hint="register-residency-why"
          columns={3}
          options={residencies}
          value={form.residency}
          onChange={residency => set({ residency })}
          problem={problemOf('residency')}
        />
      </TaskCard>
      <CreateApp setup={setup} onCheckHosts={way.state === 'done' ? () => void checkHosts() : null} />
    </StopPage>
  )
}
