import {
  type CheckId,
  type Closing,
  type ConnectionId,
  commands,
  type DeployTarget,
  type HandoverImported,
  type ImportChoice,
  type KeysForm,
  type Language,
  type Link,
  type MessageDraft,
  type Pause,
  type Person,
  type Place,
  type Problem,
  type ProxyForm,
  type Purpose,
  type Region,
  type RegionChoice,
  type RegisterForm,
  type ReminderForm,
  type Removed,
  type RobotDraft,
  type RobotForm,
  type SetupSnapshot,
  type SheetLanguages,
  type Snooze,
  type Stop,
  type Task,
  type Theme,
  type UpdateHabit,
  type Who,
  type ZoomStep,
} from '../generated/bindings'
import { told } from './refusal'
import { publishApp, publishDraft, publishSetup } from './snapshots'

/** Another company is on the screen now: both snapshots belong together. */
async function entered(answer: Promise<SetupSnapshot>): Promise<SetupSnapshot> {
  const setup = await publishSetup(answer)
  await publishApp(told(commands.app()))
  return setup
}

/** What became of it, once the list is drawn without it. */
async function removed(answer: Promise<Removed>): Promise<Removed> {
  const outcome = await answer
  await publishApp(told(commands.app()))
  return outcome
}

/** What was taken in is on the screen. */
async function arrived(answer: Promise<HandoverImported>): Promise<HandoverImported> {
  const imported = await answer
  const [first] = imported.connections
  if (first) await entered(told(commands.setup(first.id)))
  return imported
}

/** The engine's commands. Each throws a `Refusal`; a whole snapshot that comes back is drawn by itself. */
export const engine = {
  app: () => publishApp(told(commands.app())),
  chooseLanguage: (language: Language) => publishApp(told(commands.chooseLanguage(language))),
  zoom: (step: ZoomStep) => publishApp(told(commands.zoom(step))),
  themeChoose: (theme: Theme) => publishApp(told(commands.themeChoose(theme))),
  tourSeen: () => publishApp(told(commands.tourSeen())),
  rebuiltRead: () => publishApp(told(commands.rebuiltRead())),
  writeAgain: () => publishApp(told(commands.writeAgain())),
  folder: () => told(commands.folder()),
  folderOpen: () => told(commands.folderOpen()),
  logs: () => told(commands.logs()),
  logsOpen: () => told(commands.logsOpen()),
  logsSave: () => told(commands.logsSave()),
  logsClear: () => told(commands.logsClear()),
  report: (note: string) => told(commands.report(note)),
  reportSave: (text: string) => told(commands.reportSave(text)),
  purgeList: () => told(commands.purgeList()),
  purge: () => told(commands.purge()),
  appClose: () => told(commands.appClose()),
  windowShow: () => told(commands.windowShow()),
  windowReady: () => told(commands.windowReady()),
  linkOpen: (id: ConnectionId, link: Link) => told(commands.linkOpen(id, link)),
  copyText: (text: string) => told(commands.copyText(text)),

  deployLines: (id: ConnectionId, target: DeployTarget) => told(commands.deployLines(id, target)),
  deploySave: (id: ConnectionId, target: DeployTarget) => told(commands.deploySave(id, target)),

  connectionCreate: (region: Region) => entered(told(commands.connectionCreate(region))),
  connectionSelect: (id: ConnectionId) => entered(told(commands.connectionSelect(id))),
  connectionLeave: () => publishApp(told(commands.connectionLeave())),
  connectionRename: async (id: ConnectionId, name: string) => {
    await told(commands.connectionRename(id, name))
    return publishApp(told(commands.app()))
  },
  connectionDuplicate: (id: ConnectionId, name: string) => entered(told(commands.connectionDuplicate(id, name))),
  connectionContents: (id: ConnectionId) => told(commands.connectionContents(id)),
  connectionRemove: (id: ConnectionId) => removed(told(commands.connectionRemove(id))),
  removalRetry: (id: ConnectionId) => removed(told(commands.removalRetry(id))),

  askRead: (id: ConnectionId, task: Task, who: Who | null) => told(commands.askRead(id, task, who)),
  askMail: (id: ConnectionId, task: Task, who: Who, language: Language) =>
    told(commands.askMail(id, task, who, language)),
  appNameSet: (id: ConnectionId, name: string) => publishDraft(told(commands.appNameSet(id, name))),
  askNoted: (id: ConnectionId, task: Task, who: Who) => publishSetup(told(commands.askNoted(id, task, who))),
  askUndo: (id: ConnectionId, task: Task) => publishSetup(told(commands.askUndo(id, task))),
  checkup: (id: ConnectionId) => told(commands.checkup(id)),
  checkupRun: (id: ConnectionId) => told(commands.checkupRun(id)),
  checkupPlan: (id: ConnectionId, times: string[]) => told(commands.checkupPlan(id, times)),
  checkupForIt: (id: ConnectionId, only: CheckId | null) => told(commands.checkupForIt(id, only)),
  sentinelLook: (id: ConnectionId) => told(commands.sentinelLook(id)),
  sentinelEcho: (id: ConnectionId, on: boolean) => told(commands.sentinelEcho(id, on)),
  overviewCheck: (id: ConnectionId) => publishSetup(told(commands.overviewCheck(id))),

  setup: (id: ConnectionId) => publishSetup(told(commands.setup(id))),
  setupGo: (id: ConnectionId, stop: Stop) => publishSetup(told(commands.setupGo(id, stop))),
  setupSay: (id: ConnectionId, task: Task) => publishSetup(told(commands.setupSay(id, task))),
  setupUnsay: (id: ConnectionId, task: Task) => publishSetup(told(commands.setupUnsay(id, task))),
  setupCancel: (id: ConnectionId) => publishSetup(told(commands.setupCancel(id))),

  registerNotes: (form: RegisterForm) => told(commands.registerNotes(form)),
  registerDraft: (id: ConnectionId, form: RegisterForm) => publishDraft(told(commands.registerDraft(id, form))),
  registerConfirm: (id: ConnectionId, form: RegisterForm) => publishSetup(told(commands.registerConfirm(id, form))),
  hostsCheck: (id: ConnectionId) => publishSetup(told(commands.hostsCheck(id))),

  keysNotes: (form: KeysForm) => told(commands.keysNotes(form)),
  keysDraft: (id: ConnectionId, { corpId, clientId, agentId }: Omit<KeysForm, 'clientSecret'>) =>
    publishDraft(told(commands.keysDraft(id, corpId, clientId, agentId))),
  keysPaste: (id: ConnectionId, text: string) => publishSetup(told(commands.keysPaste(id, text))),
  keysPasteClipboard: (id: ConnectionId) => publishSetup(told(commands.keysPasteClipboard(id))),
  keysTry: (id: ConnectionId, form: KeysForm) => publishSetup(told(commands.keysTry(id, form))),

  secretEnter: (id: ConnectionId, secret: string | null) => publishSetup(told(commands.secretEnter(id, secret))),
  secretRotate: (id: ConnectionId, secret: string | null) => publishSetup(told(commands.secretRotate(id, secret))),
  secretDiscard: (id: ConnectionId) => publishSetup(told(commands.secretDiscard(id))),
  oldSecretDisabled: (id: ConnectionId) => publishSetup(told(commands.oldSecretDisabled(id))),

  regionPreview: (id: ConnectionId, to: RegionChoice) => told(commands.regionPreview(id, to)),
  regionMove: (id: ConnectionId, to: RegionChoice) => publishSetup(told(commands.regionMove(id, to))),
  evidenceAside: (id: ConnectionId) => told(commands.evidenceAside(id)),

  purposePreview: (id: ConnectionId, purposes: Purpose[]) => told(commands.purposePreview(id, purposes)),
  purposeChoose: (id: ConnectionId, purposes: Purpose[]) => publishSetup(told(commands.purposeChoose(id, purposes))),
  pointsAll: (id: ConnectionId) => told(commands.pointsAll(id)),
  permissionSheet: (id: ConnectionId, languages: SheetLanguages, months: number) =>
    told(commands.permissionSheet(id, languages, months)),
  pointsCheck: (id: ConnectionId) => publishSetup(told(commands.pointsCheck(id))),

  testsRun: (id: ConnectionId) => publishSetup(told(commands.testsRun(id))),
  robotNotes: (id: ConnectionId, form: RobotForm) => told(commands.robotNotes(id, form)),
  robotSave: (id: ConnectionId, robot: string | null, form: RobotForm) =>
    publishSetup(told(commands.robotSave(id, robot, form))),
  robotRemove: (id: ConnectionId, robot: string) => publishSetup(told(commands.robotRemove(id, robot))),
  robotDraft: (id: ConnectionId, draft: RobotDraft | null) => publishDraft(told(commands.robotDraft(id, draft))),
  messageDraft: (id: ConnectionId, draft: MessageDraft) => publishDraft(told(commands.messageDraft(id, draft))),
  messagePreview: (id: ConnectionId, robot: string, draft: MessageDraft) =>
    told(commands.messagePreview(id, robot, draft)),
  messageSend: (id: ConnectionId, robot: string, draft: MessageDraft) =>
    publishSetup(told(commands.messageSend(id, robot, draft))),
  messageSendAgain: (id: ConnectionId, robot: string, draft: MessageDraft) =>
    publishSetup(told(commands.messageSendAgain(id, robot, draft))),
  messageSeen: (id: ConnectionId, sent: string) => publishSetup(told(commands.messageSeen(id, sent))),
  noticeRecipients: (id: ConnectionId) => told(commands.noticeRecipients(id)),
  noticeMe: (id: ConnectionId, me: Person | null) => publishSetup(told(commands.noticeMe(id, me))),
  noticePreview: (id: ConnectionId, userId: string, draft: MessageDraft) =>
    told(commands.noticePreview(id, userId, draft)),
  noticeSend: (id: ConnectionId, person: Person, draft: MessageDraft) =>
    publishSetup(told(commands.noticeSend(id, person, draft))),
  noticeSendAgain: (id: ConnectionId, person: Person, draft: MessageDraft) =>
    publishSetup(told(commands.noticeSendAgain(id, person, draft))),
  noticeLook: (id: ConnectionId, sent: string) => publishSetup(told(commands.noticeLook(id, sent))),

  placeChoose: (id: ConnectionId, place: Place) => publishSetup(told(commands.placeChoose(id, place))),
  addressFind: (id: ConnectionId) => publishSetup(told(commands.addressFind(id))),
  addressType: (id: ConnectionId, ip: string) => publishSetup(told(commands.addressType(id, ip))),
  allowListCheck: (id: ConnectionId) => publishSetup(told(commands.allowListCheck(id))),
  network: (id: ConnectionId) => told(commands.network(id)),
  networkTest: (id: ConnectionId) => told(commands.networkTest(id)),
  networkCancel: (id: ConnectionId) => told(commands.networkCancel(id)),
  networkReport: (id: ConnectionId) => told(commands.networkReport(id)),
  proxySet: (form: ProxyForm) => told(commands.proxySet(form)),

  handoverSheet: (id: ConnectionId, languages: SheetLanguages) => told(commands.handoverSheet(id, languages)),
  healthSheet: (id: ConnectionId, languages: SheetLanguages) => told(commands.healthSheet(id, languages)),
  handoverContents: (ids: ConnectionId[]) => told(commands.handoverContents(ids)),
  handoverExport: (ids: ConnectionId[], passphrase: string) => told(commands.handoverExport(ids, passphrase)),
  handoverRecovery: (languages: SheetLanguages) => told(commands.handoverRecovery(languages)),
  handoverPick: () => told(commands.handoverPick()),
  handoverOpen: (passphrase: string) => told(commands.handoverOpen(passphrase)),
  handoverImport: (choices: ImportChoice[]) => arrived(told(commands.handoverImport(choices))),
  handoverClose: () => told(commands.handoverClose()),
  starterSave: (id: ConnectionId) => told(commands.starterSave(id)),

  guideShelf: (id: ConnectionId) => told(commands.guideShelf(id)),
  doctorRead: (text: string) => told(commands.doctorRead(text)),
  doctorExplain: (id: ConnectionId | null, problem: Problem) => told(commands.doctorExplain(id, problem)),

  reminderSet: (id: ConnectionId, days: number) => publishSetup(told(commands.reminderSet(id, days))),
  reminderSave: (id: ConnectionId, reminder: string | null, form: ReminderForm) =>
    publishSetup(told(commands.reminderSave(id, reminder, form))),
  reminderDone: (id: ConnectionId, reminder: string) => publishSetup(told(commands.reminderDone(id, reminder))),
  reminderSnooze: (id: ConnectionId, reminder: string, how: Snooze) =>
    publishSetup(told(commands.reminderSnooze(id, reminder, how))),
  reminderSwitch: (id: ConnectionId, reminder: string, on: boolean) =>
    publishSetup(told(commands.reminderSwitch(id, reminder, on))),
  reminderRemove: (id: ConnectionId, reminder: string) => publishSetup(told(commands.reminderRemove(id, reminder))),
  reminderExport: (id: ConnectionId) => told(commands.reminderExport(id)),

  update: () => told(commands.update()),
  updateLook: () => told(commands.updateLook()),
  updateDownload: () => told(commands.updateDownload()),
  updateInstall: () => told(commands.updateInstall()),
  updateStop: () => told(commands.updateStop()),
  updateHabit: (habit: UpdateHabit) => told(commands.updateHabit(habit)),

  closingChoose: (closing: Closing) => publishApp(told(commands.closingChoose(closing))),
  closingAnswer: (closing: Closing | null) => told(commands.closingAnswer(closing)),
  noticesChoose: (on: boolean) => publishApp(told(commands.noticesChoose(on))),
  pause: (pause: Pause) => publishApp(told(commands.pause(pause))),
  desktop: () => told(commands.desktop()),
  autostartChoose: (on: boolean) => told(commands.autostartChoose(on)),
  wantedTake: (id: ConnectionId) => told(commands.wantedTake(id)),
}
