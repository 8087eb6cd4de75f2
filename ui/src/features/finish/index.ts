export { Finish } from './Finish'
