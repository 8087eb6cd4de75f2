import { useEffect, useRef, useState } from 'react'
import { useGuides } from '../../shared/guide'
import { Icon } from '../../shared/look'
import { ProblemText, TextField, Who } from '../../shared/parts'
import { useLanguageTag, useSay, Words } from '../../shared/words'
import styles from './guides.module.css'
import { found } from './search'
import { WholeGuide } from './WholeGuide'

/** All guides, to be searched; one of them whole. */
export function Guides() {
  const { shelf, problem, wanted } = useGuides()
  const [place, setPlace] = useState(wanted?.place ?? null)
  const heard = useRef(wanted)
  useEffect(() => {
    if (wanted && wanted !== heard.current) setPlace(wanted.place)
    heard.current = wanted
  }, [wanted])
  const guide = shelf?.guides.find(one => one.place === place)
  return (
    <div className={styles.scroll}>
      <div className={styles.page}>
        {problem && <ProblemText problem={problem} />}
        {guide ? (
          <WholeGuide key={guide.place} guide={guide} onAll={() => setPlace(null)} />
        ) : (
          <List onOpen={setPlace} />
        )}
      </div>
    </div>
  )
}

interface ListProps {
  onOpen(place: string): void
}

function List({ onOpen }: ListProps) {
  const say = useSay()
  const tag = useLanguageTag()
  const { shelf } = useGuides()
  const heading = useRef<HTMLHeadingElement>(null)
  const [typed, setTyped] = useState('')
  useEffect(() => heading.current?.focus({ preventScroll: true }), [])
  if (!shelf) return null
  const shown = found(shelf, typed)
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        <Words id="guide-title" />
      </h1>
      <Words as="p" id="guide-lead" className={styles.lead} />
      {shelf.trouble && (
        <div className={styles.trouble}>
          <Words as="p" id="guide-trouble" />
          <ProblemText problem={shelf.trouble} />
        </div>
      )}
      <div className={styles.search}>
        <TextField label="guide-search" aside="guide-search-aside" value={typed} onChange={setTyped} />
      </div>
      <p className={styles.count} role="status">
        {say('guide-found', { count: shown.length })}
      </p>
      <ul className={styles.list}>
        {shown.map(({ place, title, why, who }) => (
          <li key={place}>
            <button type="button" onClick={() => onOpen(place)}>
              <strong>{title[tag]}</strong>
              <span className={styles.why}>{why[tag]}</span>
              <span className={styles.foot}>
                <Who who={who} />
                <Icon name="next" />
              </span>
            </button>
          </li>
        ))}
      </ul>
      <Words
        as="p"
        id={shelf.source === 'installed' ? 'guide-installed' : 'guide-shipped'}
        values={{ edition: shelf.edition }}
        className={styles.source}
      />
    </>
  )
}
