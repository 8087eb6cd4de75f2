// What the command line, the letters and the practice console say never reaches the window.
export const texts = import.meta.glob<string>(
  [
    '../../../../locales/zh-HK/*.ftl',
    '!../../../../locales/zh-HK/cli.ftl',
    '!../../../../locales/zh-HK/letter.ftl',
    '!../../../../locales/zh-HK/practice.ftl',
  ],
  { eager: true, query: '?raw', import: 'default' },
)
