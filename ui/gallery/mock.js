// Runs in the page before the window's own script: a stand-in for the shell, answering from one named state.
export function install(state) {
  const told = '访问ip不在白名单之中,request ip=203.0.113.10 appKey(dingk3x9v2m7q1t8w5zr)'
  const known = (code, rest) => ({ code, who: 'you', field: null, args: {}, server: null, ...rest })
  // What the doctor says of whatever it is asked.
  const reading = {
    diagnosis: {
      first: {
        problem: known('address-refused', {
          who: 'dingtalk-admin',
          args: { ip: '203.0.113.10', code: '60020', request_id: '16l4ew3d47pdp' },
          server: { code: '60020', message: told, requestId: '16l4ew3d47pdp' },
        }),
        destination: { task: 'allow-list' },
      },
      also: [{ problem: known('token-refused'), destination: { task: 'credentials' } }],
    },
    place: 'Where: “Put the address on the allow list” at the stop “Protect”.',
    forIt: 'For IT:\nCause: DingTalk refused this computer’s address.\nCode from DingTalk: 60020',
  }
  const { app, setup, notes, preview, catalogue, aside, failure, shelf, network, checkup, handover, deploy, settings } =
    state
  const answers = {
    app: () => (failure ? Promise.reject(failure) : app),
    register_notes: () => notes,
    keys_notes: () => notes,
    robot_notes: () => notes,
    message_preview: () => preview ?? Promise.reject(new Error('no preview')),
    notice_preview: () => preview ?? Promise.reject(new Error('no preview')),
    notice_recipients: () => [
      { userId: 'u1', name: '示範同事甲', department: '財務部' },
      { userId: 'u2', name: '示範同事乙', department: '營運部' },
    ],
    guide_shelf: () => shelf,
    network: () => network,
    folder: () => settings.folder,
    logs: () => settings.logs,
    report: () => settings.report,
    purge_list: () => settings.purgeList,
    update: () => settings.update,
    network_report: () => 'For IT:',
    checkup: () => checkup,
    checkup_run: () => checkup,
    checkup_plan: () => checkup,
    checkup_for_it: () => 'For IT:',
    sentinel_look: () => checkup.sentinel,
    sentinel_echo: () => checkup.sentinel,
    health_sheet: () => 'C:\\Users\\demo\\AppData\\Local\\Hoitung\\sheets\\health-demo-2026-11-28.html',
    handover_contents: () => handover,
    handover_open: () => handover,
    handover_pick: () => '示範貿易有限公司-2026-11-28.hoitung',
    handover_export: () => 'C:\\Users\\demo\\Documents\\示範貿易有限公司-2026-11-28.hoitung',
    handover_close: () => null,
    points_all: () => catalogue,
    permission_sheet: () => 'C:\\Users\\demo\\AppData\\Local\\Hoitung\\sheets\\permissions-demo-2026-11-28.html',
    purpose_preview: () => ({ add: catalogue.slice(-2), take: catalogue.slice(0, 1), keep: 3 }),
    region_preview: ({ to }) => ({
      from: 'com',
      to,
      redo: ['hosts', 'create-app', 'credentials', 'corp', 'points', 'robot', 'message'],
      keep: ['company', 'app-type', 'purpose', 'place', 'reminder'],
      robots: 1,
      secretKept: true,
    }),
    evidence_aside: () => aside ?? [],
    deploy_lines: ({ target }) => deploy[target],
    deploy_save: () => 'C:\\Users\\demo\\AppData\\Local\\Hoitung\\deploy\\海港示範有限公司-systemd',
    wanted_take: () => null,
    window_ready: () => null,
    copy_text: () => null,
    doctor_explain: ({ problem }) => ({
      ...reading,
      diagnosis: { first: { ...reading.diagnosis.first, problem }, also: [] },
    }),
    doctor_read: () => reading,
    link_open: () => null,
    connection_leave: () => app,
    setup_cancel: () => setup,
    ask_read: ({ who }) => ({
      who: who ?? 'dingtalk-admin',
      appName: '財務訊息',
      en: {
        subject: 'DingTalk: permissions for our app',
        body: 'To our DingTalk administrator\n\nPlease switch on the permissions below for our app, and no others.\nWhy: They are the fewest that the app’s uses need.\n\nPermissions, by their names in the console:\n- 通讯录部门成员读权限 (qyapi_get_department_member): List the colleagues of a department.\n\nCompany: 示範貿易有限公司\nApp: 財務訊息 (Client ID dingk3x9v2m7q1t8w5zr)\nPage: https://open-dev.dingtalk.com/fe/app#/corp/app\n\nOur program sees for itself when it is done; nobody has to answer.\nNo password or key is needed for this. Please send none.\nThank you.',
      },
      zhHk: {
        subject: '釘釘：為應用開通權限',
        body: '釘釘管理員：\n\n請為應用開通以下權限，其他的不用開。\n原因：這是所需用途的最少權限；未開通，釘釘會拒絕應用的查詢。\n\n權限（按後台上的名稱）：\n- 通讯录部门成员读权限（qyapi_get_department_member）：列出部門的同事。\n\n公司：示範貿易有限公司\n應用：財務訊息（Client ID dingk3x9v2m7q1t8w5zr）\n網頁：https://open-dev.dingtalk.com/fe/app#/corp/app\n\n辦妥後，我們的程式會自行查到，毋須回覆。\n這件事用不着任何密碼或密鑰，請不要傳來。\n謝謝。',
      },
    }),
    ask_mail: () => false,
    connection_contents: () => ({ secrets: 3, proofs: 19, robots: ['財務部提示'], waiting: 1 }),
    connection_remove: () => ({ id: 'demo', name: '示範貿易有限公司', secrets: 3, gone: true, problem: null }),
    choose_language: ({ language }) => ({ ...app, language }),
  }
  const calls = []
  let listeners = 0
  window.galleryCalls = calls
  window.__TAURI_INTERNALS__ = {
    invoke: async (command, given) => {
      calls.push(command)
      if (command === 'plugin:event|listen') {
        listeners += 1
        return listeners
      }
      if (command.startsWith('plugin:')) return null
      const answer = answers[command]
      return answer ? answer(given) : setup
    },
    transformCallback: () => 1,
    unregisterCallback: () => undefined,
  }
  window.__TAURI_EVENT_PLUGIN_INTERNALS__ = { unregisterListener: () => undefined }
}
