export { Overview } from './Overview'
export { OverviewStrip } from './Strip'
