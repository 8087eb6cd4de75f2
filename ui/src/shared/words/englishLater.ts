// The words of pages that come when they are opened.
export const texts = import.meta.glob<string>(
  '../../../../locales/en/{change,finish,message,network,permissions,point,robot,sheet,test,tour}.ftl',
  {
    eager: true,
    query: '?raw',
    import: 'default',
  },
)
