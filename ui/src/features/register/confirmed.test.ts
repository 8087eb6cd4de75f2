import { expect, test } from 'vitest'
import type { RegisterForm, SetupSnapshot } from '../../ipc'
import { isConfirmed } from './confirmed'

const form: RegisterForm = {
  companyName: 'Harbour Demo Trading',
  email: 'Office@harbour-demo.example',
  appType: 'internal',
  region: 'com',
  residency: 'hong-kong',
}
const done = (task: string, args: Record<string, string>) => ({ task, state: 'done', evidence: { answer: { args } } })
const setup = {
  connection: { name: 'Harbour Demo Trading' },
  stops: [
    {
      stop: 'register',
      tasks: [
        done('company', { email: 'office@harbour-demo.example' }),
        done('app-type', { type: 'internal' }),
        done('region', { region: 'com', residency: 'hong-kong' }),
      ],
    },
  ],
} as unknown as SetupSnapshot

test('a form that was changed after it was confirmed is not confirmed', () => {
  const check = (part: Partial<RegisterForm>, expected: boolean) =>
    expect(isConfirmed(setup, { ...form, ...part })).toBe(expected)
  check({}, true)
  check({ companyName: ' Harbour Demo Trading ' }, true)
  check({ companyName: 'Another' }, false)
  check({ email: 'sales@harbour-demo.example' }, false)
  check({ appType: 'third-party' }, false)
  check({ residency: 'mainland' }, false)
})
