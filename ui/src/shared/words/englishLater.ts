// What the pages say that come later. What the command line, the letters, the sheets and the practice console say never
// reaches the window.
export const texts = import.meta.glob<string>(
  [
    '../../../../locales/en/*.ftl',
    '!../../../../locales/en/{answer,app,ask,doctor,guide,name,network,overview,problem,refused,setup,tour,welcome,who}.ftl',
    '!../../../../locales/en/{cli,deploy,installer,letter,practice,sheet,unopened}.ftl',
  ],
  { eager: true, query: '?raw', import: 'default' },
)
