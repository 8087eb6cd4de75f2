export type {
  AppSnapshot,
  AppType,
  ConnectionId,
  ConnectionView,
  Field,
  KeysForm,
  Language,
  Link,
  MessagePreview,
  Note,
  Person,
  Place,
  PointState,
  PointView,
  Problem,
  Purpose,
  Region,
  RegionChoice,
  RegisterForm,
  Residency,
  RobotForm,
  RobotMode,
  RobotView,
  SetupSnapshot,
  Stop,
  StopView,
  Task,
  TaskView,
} from '../generated/bindings'
export { engine } from './engine'
export { isRunning, stopNamed, stopOrder, taskNamed } from './reading'
export { Refusal } from './refusal'
export { watch } from './snapshots'
