import type { Option } from './Choice'

/** What an integration may be for, in the order of the screen. */
export const purposes = [
  { value: 'group-messages', label: 'purpose-group-messages', why: 'permissions-group-messages-why' },
  { value: 'work-notices', label: 'purpose-work-notices', why: 'permissions-work-notices-why' },
  { value: 'read-staff', label: 'purpose-read-staff', why: 'permissions-read-staff-why' },
  { value: 'read-departments', label: 'purpose-read-departments', why: 'permissions-read-departments-why' },
  { value: 'find-by-mobile', label: 'purpose-find-by-mobile', why: 'permissions-find-by-mobile-why' },
  { value: 'manage-staff', label: 'purpose-manage-staff', why: 'permissions-manage-staff-why' },
  { value: 'robot-chat', label: 'purpose-robot-chat', why: 'permissions-robot-chat-why' },
  { value: 'listen-events', label: 'purpose-listen-events', why: 'permissions-listen-events-why' },
  { value: 'sign-in', label: 'purpose-sign-in', why: 'permissions-sign-in-why' },
] as const satisfies readonly Option<string>[]
