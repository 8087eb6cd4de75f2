import { Fragment } from 'react'
import { useLanguageTag, useSay, Words } from '../words'
import { useGuides } from './context'
import styles from './guide.module.css'
import { labelsIn, pieces, printed } from './pieces'
import type { BothShape, GuideShape } from './shapes'

interface Props {
  text: BothShape
  guide: GuideShape
}

/** A text of a guide; what the console prints stands out in it, in quotation marks. */
export function GuideText({ text, guide }: Props) {
  const tag = useLanguageTag()
  const region = useGuides().shelf?.region ?? 'com'
  const [open, close] = tag === 'en' ? ['“', '”'] : ['「', '」']
  return pieces(text[tag]).map((piece, index) => {
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never move
    if ('text' in piece) return <Fragment key={index}>{piece.text}</Fragment>
    const label = guide.labels[piece.label]
    if (!label) return null
    const shown = printed(label, region)
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of one text never move
      <Fragment key={index}>
        {open}
        <b lang={shown.lang}>{shown.text}</b>
        {close}
      </Fragment>
    )
  })
}

/** The labels of a text in three scripts: as printed, and the other two beside it. */
export function LabelList({ text, guide }: Props) {
  const say = useSay()
  const region = useGuides().shelf?.region ?? 'com'
  const names = labelsIn(text.en)
  if (names.length === 0) return null
  return (
    <ul className={styles.labels} aria-label={say('guide-labels')}>
      {names.map(name => {
        const label = guide.labels[name]
        if (!label) return null
        const { cn, hk, en } = label
        // A name that is the same in every script is said once.
        const rest = [...new Set(region === 'io' ? [cn, hk] : [hk, en])].filter(
          one => one !== printed(label, region).text,
        )
        return (
          <li key={name}>
            <b lang={printed(label, region).lang}>{printed(label, region).text}</b>
            {rest.map(one => (
              <span key={one} lang={one === hk ? 'zh-HK' : one === en ? 'en' : 'zh-Hans'}>
                {one}
              </span>
            ))}
          </li>
        )
      })}
    </ul>
  )
}

/** What may be at fault with a step: nobody of us saw it, or nobody expects it. */
export function StepMarks({ verified, unexpected }: { verified: boolean; unexpected: boolean }) {
  return (
    <>
      {unexpected && <Words as="p" id="guide-unexpected" className={styles.unexpected} />}
      {!verified && <Words as="p" id="guide-unverified" className={styles.unverified} />}
    </>
  )
}
