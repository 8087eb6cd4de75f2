export { Change } from './Change'
export { SecretAgain } from './SecretAgain'
