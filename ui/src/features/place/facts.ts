import type { DeployTarget, Place } from '../../ipc'
import type { Option } from '../../shared/parts'
import type { WordId } from '../../shared/words'

export const places: Option<Place>[] = [
  { value: 'this-pc', label: 'place-this-pc', why: 'protect-this-pc-why' },
  { value: 'office-server', label: 'place-office-server', why: 'protect-office-server-why' },
  { value: 'aws-hong-kong', label: 'place-aws-hong-kong', why: 'protect-aws-why' },
  { value: 'elsewhere', label: 'place-elsewhere', why: 'protect-elsewhere-why' },
]

/** Good to know, or to be seen to. */
type Weight = 'know' | 'mind'

/** What a place means for the allow list, and for what runs there. */
export const facts: Record<Place, [Weight, WordId][]> = {
  'this-pc': [
    ['know', 'place-fact-office-shared'],
    ['mind', 'place-fact-office-dynamic'],
    ['mind', 'place-fact-laptop'],
    ['mind', 'place-fact-sleep'],
    ['mind', 'place-fact-signed-in'],
  ],
  'office-server': [
    ['know', 'place-fact-office-shared'],
    ['know', 'place-fact-server-on'],
    ['mind', 'place-fact-office-dynamic'],
    ['mind', 'place-fact-server-line'],
    ['know', 'place-fact-server-secret'],
  ],
  'aws-hong-kong': [
    ['mind', 'place-fact-aws-near'],
    ['mind', 'place-fact-aws-elastic'],
    ['mind', 'place-fact-aws-nat'],
    ['know', 'place-fact-aws-inbound'],
    ['know', 'place-fact-server-secret'],
  ],
  elsewhere: [
    ['mind', 'place-fact-else-address'],
    ['mind', 'place-fact-else-shared'],
    ['mind', 'place-fact-else-serverless'],
    ['mind', 'place-fact-else-ipv6'],
    ['know', 'place-fact-server-secret'],
  ],
}

const systemd = { value: 'systemd', label: 'place-target-systemd', why: 'place-target-systemd-why' } as const
const container = { value: 'container', label: 'place-target-container', why: 'place-target-container-why' } as const
const task = {
  value: 'windows-task',
  label: 'place-target-windows-task',
  why: 'place-target-windows-task-why',
} as const

/** How it can be started there, the usual way first. */
export const targets: Record<Place, [Option<DeployTarget>, ...Option<DeployTarget>[]]> = {
  'this-pc': [task],
  'office-server': [systemd, container, task],
  'aws-hong-kong': [systemd, container],
  elsewhere: [container, systemd],
}
