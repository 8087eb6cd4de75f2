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
import { Card, OpenButton, Page, Who } from '../../shared/parts'
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
  const { link, steps, who } = guide
  return (
    <Page
      title="guide-one"
      titleValues={{ title: guide.title[tag] }}
      actions={link && <OpenButton name="guide-open" open={() => open(link)} />}
      under={
        <p className={styles.lead}>
          <GuideText text={guide.why} guide={guide} />
        </p>
      }
      footer={
        <button type="button" className={styles.all} onClick={onAll}>
          <Icon name="back" />
          {say('guide-all')}
        </button>
      }
    >
      <WhoDoes guide={guide} />
      <ol className={styles.steps}>
        {steps.map((step, at) => (
          <li key={step.text.en}>
            <div>
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
      <Card title="guide-see">
        <p>
          <GuideText text={guide.see} guide={guide} />
        </p>
      </Card>
      <Card title="guide-different">
        <Variants guide={guide} />
      </Card>
      <div className={styles.checked}>
        <LastChecked guide={guide} />
      </div>
    </Page>
  )
}
