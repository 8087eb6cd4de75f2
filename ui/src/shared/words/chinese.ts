// What the first screens say; the rest is in chineseLater. The command line's and the practice console's words never reach the window.
export const texts = import.meta.glob<string>(
  [
    '../../../../locales/zh-HK/*.ftl',
    '!../../../../locales/zh-HK/{cli,practice}.ftl',
    '!../../../../locales/zh-HK/{change,finish,message,network,permissions,point,robot,sheet,test,tour}.ftl',
  ],
  { eager: true, query: '?raw', import: 'default' },
)
