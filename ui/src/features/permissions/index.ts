export { Permissions } from './Permissions'
