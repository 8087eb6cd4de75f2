import { Button } from '@fluentui/react-components'
import { useEffect, useRef, useState } from 'react'
import { useGuides } from '../../shared/guide'
import { useDesk } from '../../shared/lib'
import { Icon } from '../../shared/look'
import { Page, ProblemText, TextField, Who } from '../../shared/parts'
import { useLanguageTag, useSay, Words } from '../../shared/words'
import styles from './guides.module.css'
import { found } from './search'
import { WholeGuide } from './WholeGuide'

/** All guides, to be searched; one of them whole. */
export function Guides() {
  const { shelf, wanted } = useGuides()
  const [place, setPlace] = useState(wanted?.place ?? null)
  const heard = useRef(wanted)
  useEffect(() => {
    if (wanted && wanted !== heard.current) setPlace(wanted.place)
    heard.current = wanted
  }, [wanted])
  const guide = shelf?.guides.find(one => one.place === place)
  if (guide) return <WholeGuide key={guide.place} guide={guide} onAll={() => setPlace(null)} />
  return <List onOpen={setPlace} />
}

function List({ onOpen }: { onOpen(place: string): void }) {
  const say = useSay()
  const tag = useLanguageTag()
  const { showTour } = useDesk()
  const { shelf, problem } = useGuides()
  const [typed, setTyped] = useState('')
  const shown = shelf ? found(shelf, typed) : []
  return (
    <Page
      title="guide-title"
      lead="guide-lead"
      actions={
        <Button appearance="subtle" icon={<Icon name="tram" />} onClick={showTour}>
          {say('tour-again')}
        </Button>
      }
    >
      {problem && <ProblemText problem={problem} />}
      {shelf?.trouble && (
        <div className={styles.trouble}>
          <Words as="p" id="guide-trouble" />
          <ProblemText problem={shelf.trouble} />
        </div>
      )}
      <div className={styles.search}>
        <TextField label="guide-search" aside="guide-search-aside" value={typed} onChange={setTyped} />
      </div>
      {shelf && (
        <p className={styles.count} role="status">
          {say('guide-found', { count: shown.length })}
        </p>
      )}
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
      {shelf && (
        <Words
          as="p"
          id={shelf.source === 'installed' ? 'guide-installed' : 'guide-shipped'}
          values={{ edition: shelf.edition }}
          className={styles.source}
        />
      )}
    </Page>
  )
}
