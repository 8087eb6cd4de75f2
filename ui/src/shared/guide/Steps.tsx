import { Button } from '@fluentui/react-components'
import { useDesk } from '../lib'
import { Icon } from '../look'
import { Who } from '../parts/TaskStatus'
import { useLanguageTag, useSay, Words } from '../words'
import { useGuides } from './context'
import { GuideDrawing } from './GuideDrawing'
import { GuideText, LabelList, StepMarks } from './GuideText'
import styles from './guide.module.css'
import { plain } from './pieces'
import type { GuideShape } from './shapes'

interface Props {
  guide: GuideShape
  at: number
  onStep(at: number): void
}

/** One step at a time, with its drawing. */
export function Steps({ guide, at, onStep }: Props) {
  const say = useSay()
  const tag = useLanguageTag()
  const { announce } = useDesk()
  const region = useGuides().shelf?.region ?? 'com'
  const count = guide.steps.length
  const step = guide.steps[at]
  if (!step) return null
  const last = at === count - 1
  const go = (to: number) => {
    const next = guide.steps[to]
    if (!next) return
    onStep(to)
    announce(`${say('guide-step', { at: to + 1, count })}: ${plain(next.text[tag], guide.labels, region)}`)
  }
  return (
    <div className={styles.stepper}>
      <div className={styles.picture}>
        <GuideDrawing guide={guide} step={step} />
      </div>
      <div className={styles.step}>
        <p className={styles.count}>
          <Words id="guide-step" values={{ at: at + 1, count }} />
          {step.who !== guide.who && <Who who={step.who} />}
        </p>
        <p className={styles.text}>
          <GuideText text={step.text} guide={guide} />
        </p>
        <StepMarks verified={step.verified} unexpected={step.unexpected} />
        <LabelList text={step.text} guide={guide} />
        {last && (
          <div className={styles.see}>
            <Words as="strong" id="guide-see" />
            <p>
              <GuideText text={guide.see} guide={guide} />
            </p>
          </div>
        )}
      </div>
      <div className={styles.moves}>
        <Button size="small" icon={<Icon name="back" />} disabledFocusable={at === 0} onClick={() => go(at - 1)}>
          {say('guide-previous')}
        </Button>
        <Button
          size="small"
          icon={<Icon name="next" />}
          iconPosition="after"
          disabledFocusable={last}
          onClick={() => go(at + 1)}
        >
          {say('guide-next')}
        </Button>
      </div>
    </div>
  )
}
