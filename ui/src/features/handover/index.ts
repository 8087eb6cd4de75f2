export { Handover } from './Handover'
export { Import } from './Import'
