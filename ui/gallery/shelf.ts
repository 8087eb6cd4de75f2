// The guides as the engine would hand them over, for the pictures: the files themselves, seen from one edition.
import type { GuideStep, GuideVariant, GuideView, Label, RegionChoice, Shelf } from '../src/generated/bindings'

type Only = { only?: RegionChoice }
interface File extends Omit<GuideView, 'link' | 'steps' | 'variants' | 'labels'> {
  link: Record<'com' | 'io' | 'practice', GuideView['link']>
  labels: Record<string, Omit<Label, 'io'> & { io?: boolean }>
  steps: (Only & Partial<GuideStep> & Pick<GuideStep, 'text' | 'drawing'> & { unverified?: RegionChoice[] })[]
  variants: (Only & Partial<GuideVariant> & Pick<GuideVariant, 'when' | 'then'>)[]
}

const files = import.meta.glob<File>(['../../guides/*.json', '!**/edition.json', '!**/*.schema.json'], {
  eager: true,
  import: 'default',
})
const order: GuideView['place'][] = [
  'register',
  'developer-rights',
  'create-app',
  'credentials',
  'permissions',
  'contact-scope',
  'publish',
  'approval',
  'visible-range',
  'robot-signature',
  'robot-keyword',
  'robot-address',
  'egress-ip',
  'event-subscription',
]

export function shelf(region: RegionChoice, practising: boolean): Shelf {
  const here = ({ only }: Only) => !only || only === region
  const views = Object.values(files).map(file => ({
    ...file,
    link: file.link[practising ? 'practice' : region],
    steps: file.steps.filter(here).map(step => ({
      ...step,
      who: step.who ?? file.who,
      verified: !step.unverified?.includes(region) && (region === 'com' || namedAreSeen(step.text.en, file.labels)),
      unexpected: step.unexpected ?? false,
    })),
    variants: file.variants.filter(here).map(one => ({ ...one, guide: one.guide ?? null })),
    differs: region === 'io' ? (file.differs ?? null) : null,
  })) as unknown as GuideView[]
  views.sort((one, other) => order.indexOf(one.place) - order.indexOf(other.place))
  return { region, practising, source: 'shipped', edition: '20261128', guides: views, trouble: null }
}

function namedAreSeen(text: string, labels: File['labels']): boolean {
  return [...text.matchAll(/\{([a-z-]+)\}/g)].every(([, name]) => labels[name ?? '']?.io === true)
}
