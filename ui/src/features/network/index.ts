export { Network } from './Network'
