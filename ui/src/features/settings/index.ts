export { KeepingBand } from './KeepingBand'
export { Settings } from './Settings'
