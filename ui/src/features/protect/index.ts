export { Protect } from './Protect'
