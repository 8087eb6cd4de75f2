// The command line's and the practice console's words never reach the window.
export const texts = import.meta.glob<string>(
  ['../../../../locales/zh-HK/*.ftl', '!../../../../locales/zh-HK/cli.ftl', '!../../../../locales/zh-HK/practice.ftl'],
  { eager: true, query: '?raw', import: 'default' },
)
