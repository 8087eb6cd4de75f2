import { useDeferredValue, useEffect, useState } from 'react'
import { useDesk } from '../../shared/lib'
import { Card, EmptyState, Page, TextField } from '../../shared/parts'
import { TermEntry, type TermName, terms, useLanguageTag, useSay } from '../../shared/words'
import styles from './glossary.module.css'
import { holds } from './holds'

/** Every word of DingTalk's that is explained anywhere, to be looked up by any of its names, old ones included. */
export function Glossary() {
  const say = useSay()
  const tag = useLanguageTag()
  const { announce } = useDesk()
  const [asked, setAsked] = useState('')
  const settled = useDeferredValue(asked.trim())
  const textsOf = (name: TermName) => [
    say(`term-${name}`),
    ...(['other', 'label', 'older', 'what'] as const).map(place => say.attribute(`term-${name}`, place) ?? ''),
  ]
  const found = terms
    .filter(name => holds(textsOf(name), settled))
    .sort((one, other) => say(`term-${one}`).localeCompare(say(`term-${other}`), tag))
  useEffect(() => {
    if (settled) announce(say('glossary-found', { count: found.length }))
  }, [settled, found.length, announce, say])
  return (
    <Page title="glossary-title" lead="glossary-lead">
      <Card>
        <TextField label="glossary-search" aside="glossary-search-aside" value={asked} onChange={setAsked} />
      </Card>
      {found.length === 0 ? (
        <EmptyState scene="lookout" title="glossary-none" why="glossary-none-why" />
      ) : (
        <Card>
          <ul className={styles.entries}>
            {found.map(name => (
              <li key={name}>
                <h2>{say(`term-${name}`)}</h2>
                <TermEntry name={name} />
              </li>
            ))}
          </ul>
        </Card>
      )}
    </Page>
  )
}
