export { Place } from './Place'
