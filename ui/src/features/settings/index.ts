export { KeepingBand } from './KeepingBand'
export { PolicyFaults } from './PolicyFaults'
export { Settings } from './Settings'
