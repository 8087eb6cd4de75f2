export { Tour } from './Tour'
