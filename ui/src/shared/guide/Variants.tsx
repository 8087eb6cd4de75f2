import { useLanguageTag, useSay, Words } from '../words'
import { useGuides } from './context'
import { GuideText } from './GuideText'
import styles from './guide.module.css'
import type { GuideShape } from './shapes'

/** "Mine looks different": what may be seen instead, and what to do then. */
export function Variants({ guide }: { guide: GuideShape }) {
  const say = useSay()
  const tag = useLanguageTag()
  const { shelf, want } = useGuides()
  return (
    <dl className={styles.variants}>
      {guide.variants.map(({ when, then, guide: onward }) => {
        const next = shelf?.guides.find(({ place }) => place === onward)
        return (
          <div key={when.en}>
            <dt>
              <GuideText text={when} guide={guide} />
            </dt>
            <dd>
              <GuideText text={then} guide={guide} />
              {next && (
                <button type="button" className={styles.onward} onClick={() => want(next.place)}>
                  {say('guide-onward', { title: next.title[tag] })}
                </button>
              )}
            </dd>
          </div>
        )
      })}
      {guide.differs && (
        <div>
          <dt>
            <Words id="guide-differs" />
          </dt>
          <dd>
            <GuideText text={guide.differs} guide={guide} />
          </dd>
        </div>
      )}
    </dl>
  )
}
