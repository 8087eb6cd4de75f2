// Named states of the page "where it runs", made by hand.
import type { AppSnapshot, DeployLine, Place } from '../src/generated/bindings'
import { type State, state } from './company'

const lines: Record<string, DeployLine[]> = {
  systemd: [
    { step: 'save', command: null },
    { step: 'program', command: 'sudo install -m 0755 hoitung-cli /usr/local/bin/hoitung-cli' },
    { step: 'install', command: 'sudo sh install.sh' },
    { step: 'look', command: 'systemctl status hoitung' },
    { step: 'address', command: 'journalctl -u hoitung -n 20' },
  ],
  container: [
    { step: 'save', command: null },
    { step: 'beside', command: null },
    {
      step: 'secret',
      command:
        'sudo install -d secrets && sudo install -m 0400 -o 10001 -g 10001 /dev/stdin secrets/dingk3x9v2m7q1t8w5zr.client-secret',
    },
    {
      step: 'add',
      command:
        "docker compose run --build --rm -T hoitung connection add --name '海港示範有限公司' --region com --corp-id 'ding9f50d7a2c1b84e6735c2f4657eb6378f' --client-id 'dingk3x9v2m7q1t8w5zr' --agent-id '2946817350'",
    },
    { step: 'start', command: 'docker compose up --build --detach' },
    { step: 'look', command: 'docker compose ps' },
    { step: 'address', command: 'docker compose logs --tail 20' },
  ],
  'windows-task': [
    { step: 'save-here', command: null },
    { step: 'import', command: 'schtasks /Create /TN Hoitung /XML hoitung-task.xml' },
    { step: 'look', command: 'schtasks /Query /TN Hoitung /V /FO LIST' },
    { step: 'remove', command: 'schtasks /Delete /TN Hoitung /F' },
  ],
}

const at = (place: Place, address: string | null, holder: AppSnapshot['lookedAfterBy']): State => {
  const base = state({ here: 'protect' })
  const setup = base.setup && { ...base.setup, protect: { ...base.setup.protect, place, address } }
  return { ...base, setup, app: { ...base.app, lookedAfterBy: holder }, deploy: lines }
}
const runner = { program: 'runner', pid: 4711, host: 'harbour-server', since: '2026-11-28T01:00:00Z' } as const

export const states: Record<string, State> = {
  'place-pc': at('this-pc', '203.0.113.10', null),
  'place-server': at('office-server', '203.0.113.10', runner),
  'place-aws': at('aws-hong-kong', null, { ...runner, program: 'window' }),
  'place-elsewhere': at('elsewhere', '2001:db8::1', null),
  'overview-stands-by': at('office-server', '203.0.113.10', runner),
}
