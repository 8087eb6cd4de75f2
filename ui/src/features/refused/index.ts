export { RefusedAddress } from './RefusedAddress'
