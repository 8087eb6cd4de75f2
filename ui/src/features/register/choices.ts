import type { AppType, RegionChoice, Residency } from '../../ipc'
import type { Option } from '../../shared/parts'

export const appTypes: Option<AppType>[] = [
  {
    value: 'internal',
    label: 'app-type-internal',
    why: 'register-internal-why',
    tag: 'register-recommended',
  },
  { value: 'third-party', label: 'app-type-third-party', why: 'register-third-party-why' },
]

export const regions: Option<RegionChoice>[] = [
  { value: 'com', label: 'region-com', why: 'register-com-why' },
  { value: 'io', label: 'region-io', why: 'register-io-why' },
]

export const residencies: Option<Residency>[] = [
  { value: 'hong-kong', label: 'residency-hong-kong' },
  { value: 'mainland', label: 'residency-mainland' },
  { value: 'not-decided', label: 'residency-not-decided' },
]
