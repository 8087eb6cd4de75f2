import type { ComponentType } from 'react'
import type { AppSnapshot, Problem, SetupSnapshot, Stop, Task } from '../ipc'
import type { IconName } from '../shared/look'
import { later, type WordId } from '../shared/words'
import { StopScreen } from './StopScreen'

/** The pages of one company. Each has its entry in the table below, and nowhere else. */
export type View =
  | 'overview'
  | 'setup'
  | 'reminders'
  | 'finish'
  | 'change'
  | 'checkup'
  | 'network'
  | 'place'
  | 'handover'
  | 'doctor'
  | 'guides'
  | 'glossary'
  | 'settings'

/** What every page is given; its entry hands on what it wants. */
export interface ViewProps {
  app: AppSnapshot
  setup: SetupSnapshot
  /** The problem that the doctor's page was opened for. */
  asked: Problem | null
  /** Shows another page. */
  onView(view: View): void
  /** Shows a stop of the set-up. */
  onStop(stop: Stop): void
  /** Shows a task at its stop. */
  onTask(task: Task): void
}

interface ViewEntry {
  icon: IconName
  name: WordId
  page: ComponentType<ViewProps>
  /** In the rail only when this says so; without it, always. */
  offered?(setup: SetupSnapshot): boolean
  /** At the foot of the rail, in small letters: looked up now and then. */
  foot?: true
}

/** A page whose code and words come when it is first opened. */
const page = later

/** In the order of the rail. */
export const views: Record<View, ViewEntry> = {
  overview: {
    icon: 'home',
    name: 'rail-home',
    page: page(async () => {
      const { Overview } = await import('../features/overview')
      return ({ app, setup, onView, onStop, onTask }) => (
        <Overview
          app={app}
          setup={setup}
          onStop={onStop}
          onTask={onTask}
          onProofs={() => onView('finish')}
          onReminders={() => onView('reminders')}
        />
      )
    }),
  },
  setup: {
    icon: 'line',
    name: 'rail-setup',
    page: ({ setup, onStop, onView }) => <StopScreen setup={setup} onStop={onStop} onFinish={() => onView('finish')} />,
  },
  reminders: {
    icon: 'bell',
    name: 'rail-reminders',
    page: page(async () => {
      const { Reminders } = await import('../features/reminders')
      return ({ setup, onTask }) => <Reminders setup={setup} onTask={onTask} />
    }),
  },
  finish: {
    icon: 'seal',
    name: 'rail-verified',
    offered: setup => setup.finished,
    page: page(async () => {
      const { Finish } = await import('../features/finish')
      return ({ setup, onView }) => (
        <Finish setup={setup} onSetup={() => onView('setup')} onChange={() => onView('change')} />
      )
    }),
  },
  change: {
    icon: 'key',
    name: 'rail-change',
    offered: ({ keys }) => keys.secretSetAt !== null || keys.oldSecret !== null,
    page: page(async () => {
      const { Change } = await import('../features/change')
      return ({ setup, onStop }) => <Change setup={setup} onStop={onStop} />
    }),
  },
  checkup: {
    icon: 'history',
    name: 'rail-checkup',
    offered: ({ keys }) => keys.secretSetAt !== null,
    page: page(async () => {
      const { Checkup } = await import('../features/checkup')
      return ({ setup, onTask, onView }) => (
        <Checkup setup={setup} onTask={onTask} onNetwork={() => onView('network')} />
      )
    }),
  },
  network: {
    icon: 'network',
    name: 'rail-network',
    page: page(async () => {
      const { Network } = await import('../features/network')
      return ({ setup }) => <Network setup={setup} />
    }),
  },
  handover: {
    icon: 'sheet',
    name: 'rail-handover',
    page: page(async () => {
      const { Handover } = await import('../features/handover')
      return ({ app, setup }) => <Handover app={app} setup={setup} />
    }),
  },
  place: {
    icon: 'server',
    name: 'rail-place',
    offered: ({ protect }) => protect.place !== null,
    page: page(async () => {
      const { Place } = await import('../features/place')
      return ({ app, setup, onStop }) => <Place app={app} setup={setup} onProtect={() => onStop('protect')} />
    }),
  },
  doctor: {
    icon: 'doctor',
    name: 'rail-doctor',
    page: page(async () => {
      const { Doctor } = await import('../features/doctor')
      return ({ setup, asked }) => <Doctor company={setup.connection.id} asked={asked} />
    }),
  },
  guides: {
    icon: 'guide',
    name: 'rail-guides',
    page: page(async () => {
      const { Guides } = await import('../features/guides')
      return () => <Guides />
    }),
  },
  glossary: {
    icon: 'note',
    name: 'rail-glossary',
    foot: true,
    page: page(async () => (await import('../features/glossary')).Glossary),
  },
  settings: {
    icon: 'settings',
    name: 'rail-settings',
    foot: true,
    page: page(async () => {
      const { Settings } = await import('../features/settings')
      return ({ app, onView }) => <Settings app={app} onNetwork={() => onView('network')} />
    }),
  },
}

export const viewOrder = Object.keys(views) as View[]
