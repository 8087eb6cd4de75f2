// Runs in the page before the window's own script: a stand-in for the shell, answering from one named state.
export function install(state) {
  const { app, setup, notes, preview, catalogue, aside, failure } = state
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
    link_open: () => null,
    connection_leave: () => app,
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
