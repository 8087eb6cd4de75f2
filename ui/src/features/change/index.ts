export { Change } from './Change'
export { isAboutSecret, SecretAgain } from './SecretAgain'
