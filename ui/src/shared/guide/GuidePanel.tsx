import { useEffect, useId, useRef, useState } from 'react'
import fieldStyles from '../parts/field.module.css'
import { OpenButton } from '../parts/OpenButton'
import { ProblemText } from '../parts/ProblemText'
import { useLanguageTag, useMoment, useSay, Words } from '../words'
import { useGuides } from './context'
import styles from './guide.module.css'
import { Steps } from './Steps'
import type { GuideShape } from './shapes'
import { Variants } from './Variants'

/** The place on the screen that Help and F1 lead to. */
export const panelId = 'guide-panel'

interface Props {
  /** The guides that belong here, the usual order of doing. */
  places: readonly string[]
  /** The one that the work has come to. It is shown until the reader chooses another. */
  place: string
}

/** "Where do I find it?" Beside the page, or under it on a narrow window. */
export function GuidePanel({ places, place }: Props) {
  const say = useSay()
  const tag = useLanguageTag()
  const { shelf, problem, wanted } = useGuides()
  const pick = useId()
  const [chosen, setChosen] = useState<string | null>(null)
  const heard = useRef(wanted)
  useEffect(() => {
    if (wanted && wanted !== heard.current) setChosen(wanted.place)
    heard.current = wanted
  }, [wanted])
  // The work went on: its guide takes over again.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a move of the work undoes the reader's choice
  useEffect(() => setChosen(null), [place])

  const shown = chosen ?? place
  const guide = shelf?.guides.find(one => one.place === shown)
  const offered = shelf?.guides.filter(one => places.includes(one.place) || one.place === shown) ?? []
  return (
    <section className={styles.panel} id={panelId} tabIndex={-1} aria-labelledby={`${pick}-title`}>
      <h2 id={`${pick}-title`}>{say('helper-title')}</h2>
      {problem && <ProblemText problem={problem} />}
      {offered.length > 1 && (
        <div>
          <label htmlFor={pick} className="hidden-words">
            {say('guide-choose')}
          </label>
          <select
            id={pick}
            className={fieldStyles.select}
            aria-describedby={`${pick}-title`}
            value={shown}
            onChange={event => setChosen(event.target.value)}
          >
            {offered.map(one => (
              <option key={one.place} value={one.place}>
                {one.title[tag]}
              </option>
            ))}
          </select>
        </div>
      )}
      {guide && <Shown key={guide.place} guide={guide} titled={offered.length < 2} />}
    </section>
  )
}

function Shown({ guide, titled }: { guide: GuideShape; titled: boolean }) {
  const say = useSay()
  const tag = useLanguageTag()
  const { open } = useGuides()
  const [at, setAt] = useState(0)
  const [different, setDifferent] = useState(false)
  const { link } = guide
  return (
    <>
      {titled && <h3 className={styles.title}>{guide.title[tag]}</h3>}
      <Steps guide={guide} at={at} onStep={setAt} />
      <div className={styles.acts}>
        {link && <OpenButton look="quiet" name="guide-open" open={() => open(link)} />}
        <button
          type="button"
          className={styles.different}
          aria-expanded={different}
          onClick={() => setDifferent(!different)}
        >
          {say('guide-different')}
        </button>
      </div>
      {different && <Variants guide={guide} />}
      <WhoDoes guide={guide} />
      <LastChecked guide={guide} />
    </>
  )
}

/** Whose work it is. While practising, one person plays all the parts. */
export function WhoDoes({ guide: { who, place, link } }: { guide: GuideShape }) {
  const say = useSay()
  const { shelf, open, want } = useGuides()
  const practising = shelf?.practising ?? false
  const barred = !practising && link !== null && place !== 'developer-rights' && place !== 'register'
  return (
    <div className={styles.who} data-who={who}>
      <span className={styles.face} aria-hidden="true">
        {say(`who-${who}`).slice(0, 1)}
      </span>
      <div>
        <strong>{say('guide-who', { who: say(`who-${who}`) })}</strong>
        {practising && who !== 'you' && (
          <>
            <Words as="p" id="helper-practice" />
            <OpenButton look="quiet" name="guide-desk" open={() => open('admin-console')} />
          </>
        )}
        {barred && (
          <button type="button" className={styles.onward} onClick={() => want('developer-rights')}>
            {say('guide-barred')}
          </button>
        )}
      </div>
    </div>
  )
}

export function LastChecked({ guide: { checked } }: { guide: GuideShape }) {
  const { date } = useMoment()
  const sections = checked.sections.map(section => `§ ${section}`).join(', ')
  return <Words as="p" id="guide-checked" values={{ date: date(checked.on), sections }} className={styles.checked} />
}
