// What the pages say that come later. What the command line, the letters, the sheets and the practice console say never
// reaches the window.
export const texts = import.meta.glob<string>(
  [
    '../../../../locales/zh-HK/*.ftl',
    '!../../../../locales/zh-HK/{answer,app,ask,doctor,guide,name,network,overview,problem,refused,setup,tour,welcome,who}.ftl',
    '!../../../../locales/zh-HK/{cli,deploy,installer,letter,practice,sheet,unopened}.ftl',
  ],
  { eager: true, query: '?raw', import: 'default' },
)
