export { type Action, problemOf, useAction } from './action'
export { AllowedProvider, type AllowedShape, useAllowed } from './allowed'
export { type AskDesk, type AskedWho, AskProvider, type AskReading, useAskDesk } from './ask'
export { dingtalkCall } from './call'
export { type Desk, DeskProvider, useDesk } from './desk'
export {
  type DoctorDesk,
  DoctorProvider,
  type RemedyShape,
  TaskHere,
  useDoctor,
  useTaskHere,
} from './doctor'
export { type Draft, same, useDraft } from './draft'
export { typedInto, useKeepsFocus, useTakesFocus } from './focus'
export { type Goal, GoalProvider, useGoal } from './goal'
export { useLive } from './live'
export { fieldProblem, pageProblem } from './place'
export {
  type EvidenceShape,
  messageValues,
  type NoteShape,
  type ProblemShape,
  type TaskShape,
  type TaskStateShape,
  untold,
} from './shapes'
export { useEnter } from './typing'
