// What the first screen says. A file that is named neither here nor below comes later; weigh.mjs tells what is missing here.
export const texts = import.meta.glob<string>(
  '../../../../locales/en/{answer,app,ask,doctor,guide,name,network,overview,problem,refused,setup,tour,welcome,who}.ftl',
  { eager: true, query: '?raw', import: 'default' },
)
