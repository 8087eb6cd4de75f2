export { Test } from './Test'
