export { Reminders } from './Reminders'
