// Runs in the page before the window's own script: a stand-in for the shell, answering from one named state.
export function install(state) {
  const { app, setup, notes, preview, catalogue, failure } = state
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
    points_all: () => catalogue,
    window_ready: () => null,
    copy_text: () => null,
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
