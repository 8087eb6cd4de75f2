export { Register } from './Register'
