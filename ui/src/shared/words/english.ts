// The command line's and the practice console's words never reach the window.
export const texts = import.meta.glob<string>(
  ['../../../../locales/en/*.ftl', '!../../../../locales/en/cli.ftl', '!../../../../locales/en/practice.ftl'],
  { eager: true, query: '?raw', import: 'default' },
)
