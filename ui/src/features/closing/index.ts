export { ClosingDialog } from './ClosingDialog'
