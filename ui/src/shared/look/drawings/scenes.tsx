import type { ReactNode } from 'react'
import { Calm, Harbour, Waiting } from './city'
import { Depot, Letter, Lookout, Offline, Queue, Safe, WayMap } from './places'
import type { SceneName } from './Scene'

const scenes: Record<SceneName, ReactNode> = {
  harbour: <Harbour />,
  calm: <Calm />,
  waiting: <Waiting />,
  lookout: <Lookout />,
  offline: <Offline />,
  letter: <Letter />,
  map: <WayMap />,
  safe: <Safe />,
  depot: <Depot />,
  queue: <Queue />,
}

export const Drawn = ({ name }: { name: SceneName }) => scenes[name]
