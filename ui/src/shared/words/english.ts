// What the first screens say; the rest is in englishLater. The command line's and the practice console's words never reach the window.
export const texts = import.meta.glob<string>(
  [
    '../../../../locales/en/*.ftl',
    '!../../../../locales/en/{cli,practice}.ftl',
    '!../../../../locales/en/{change,finish,message,network,permissions,point,robot,sheet,test,tour}.ftl',
  ],
  { eager: true, query: '?raw', import: 'default' },
)
