// What the command line, the letters and the practice console say never reaches the window.
export const texts = import.meta.glob<string>(
  [
    '../../../../locales/en/*.ftl',
    '!../../../../locales/en/cli.ftl',
    '!../../../../locales/en/letter.ftl',
    '!../../../../locales/en/practice.ftl',
  ],
  { eager: true, query: '?raw', import: 'default' },
)
