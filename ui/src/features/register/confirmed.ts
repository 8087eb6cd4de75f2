import { type RegisterForm, type SetupSnapshot, taskNamed } from '../../ipc'

/** Whether what stands in the form is what was confirmed: a draft changed since then is not. */
export function isConfirmed(setup: SetupSnapshot, form: RegisterForm): boolean {
  const company = taskNamed(setup, 'company')
  const appType = taskNamed(setup, 'app-type')
  const region = taskNamed(setup, 'region')
  if ([company, appType, region].some(({ state }) => state !== 'done')) return false
  const email = company.evidence?.answer.args.email?.toLowerCase()
  const chosen = region.evidence?.answer.args
  return (
    setup.connection.name === form.companyName.trim() &&
    email === form.email.trim().toLowerCase() &&
    appType.evidence?.answer.args.type === form.appType &&
    chosen?.region === form.region &&
    chosen?.residency === form.residency
  )
}
