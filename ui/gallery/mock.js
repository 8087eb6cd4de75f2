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
  const { app, setup, notes, preview, catalogue, aside, failure, shelf } = state
  const answers = {
    app: () => (failure ? Promise.reject(failure) : app),
    register_notes: () => notes,
    keys_notes: () => notes,
    robot_notes: () => notes,
    message_preview: () => preview ?? Promise.reject(new Error('no preview')),
    notice_recipients: () => [
      { userId: 'u1', name: '示範同事甲', department: '財務部' },
      { userId: 'u2', name: '示範同事乙', department: '營運部' },
    ],
    guide_shelf: () => shelf,
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
