export { Checkup } from './Checkup'
