import { useEffect, useRef } from 'react'
import {
  GuideDrawing,
  type GuideShape,
  GuideText,
  LabelList,
  LastChecked,
  StepMarks,
  useGuides,
  Variants,
  WhoDoes,
} from '../../shared/guide'
import { Icon } from '../../shared/look'
import { OpenButton, Who } from '../../shared/parts'
import { useLanguageTag, useSay, Words } from '../../shared/words'
import styles from './guides.module.css'

interface Props {
  guide: GuideShape
  onAll(): void
}

/** One guide from its first step to what is seen at the end. */
export function WholeGuide({ guide, onAll }: Props) {
  const say = useSay()
  const tag = useLanguageTag()
  const { open } = useGuides()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  const { link, steps, who } = guide
  return (
    <>
      <button type="button" className={styles.all} onClick={onAll}>
        <Icon name="back" />
        {say('guide-all')}
      </button>
      <h1 ref={heading} tabIndex={-1}>
        {guide.title[tag]}
      </h1>
      <p className={styles.lead}>
        <GuideText text={guide.why} guide={guide} />
      </p>
      <WhoDoes guide={guide} />
      {link && (
        <div className={styles.open}>
          <OpenButton name="guide-open" open={() => open(link)} />
        </div>
      )}
      <ol className={styles.steps}>
        {steps.map((step, at) => (
          <li key={step.text.en}>
            <div className={styles.drawing}>
              <GuideDrawing guide={guide} step={step} />
            </div>
            <div className={styles.step}>
              <p className={styles.at}>
                <Words id="guide-step" values={{ at: at + 1, count: steps.length }} />
                {step.who !== who && <Who who={step.who} />}
              </p>
              <p>
                <GuideText text={step.text} guide={guide} />
              </p>
              <StepMarks verified={step.verified} unexpected={step.unexpected} />
              <LabelList text={step.text} guide={guide} />
            </div>
          </li>
        ))}
      </ol>
      <section className={styles.card}>
        <Words as="h2" id="guide-see" />
        <p>
          <GuideText text={guide.see} guide={guide} />
        </p>
      </section>
      <section className={styles.card}>
        <Words as="h2" id="guide-different" />
        <Variants guide={guide} />
      </section>
      <LastChecked guide={guide} />
    </>
  )
}
