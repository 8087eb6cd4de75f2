export { Guides } from './Guides'
