export { Doctor } from './Doctor'
