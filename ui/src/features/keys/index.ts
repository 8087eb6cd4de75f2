export { Keys } from './Keys'
