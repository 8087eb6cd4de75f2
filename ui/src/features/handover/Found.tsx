import { Button, Spinner } from '@fluentui/react-components'
import { useState } from 'react'
import { type ConflictKind, engine, type HandoverItem, type HandoverPreview, type ImportChoice } from '../../ipc'
import { fieldProblem, pageProblem, useAction, useDesk } from '../../shared/lib'
import { ChooseOne, type Option, ProblemText, TextField } from '../../shared/parts'
import { useMoment, useSay, type WordId, Words } from '../../shared/words'
import { Contents } from './Contents'
import styles from './handover.module.css'

type Way = 'beside' | 'replace' | 'leave'

const ways: Option<Way>[] = [
  { value: 'beside', label: 'handover-way-beside' },
  { value: 'replace', label: 'handover-way-replace', why: 'handover-way-replace-why' },
  { value: 'leave', label: 'handover-way-leave' },
]

const standing: Record<ConflictKind, WordId> = {
  'same-app': 'handover-here-same-app',
  'same-name': 'handover-here-same-name',
}

interface Props {
  found: HandoverPreview
  onDone(): void
}

/** What was in the file. What is here already is never doubled or replaced without a word. */
export function Found({ found, onDone }: Props) {
  const say = useSay()
  const { date } = useMoment()
  const { announce } = useDesk()
  const { busy, problem, run } = useAction()
  const [chosen, setChosen] = useState<Record<number, Way>>({})
  const [names, setNames] = useState<Record<number, string>>({})
  const nameOf = (item: HandoverItem) => names[item.index] ?? say('welcome-duplicate-name', { name: item.name })
  const choice = (item: HandoverItem): ImportChoice[] => {
    const { index, conflict } = item
    if (!conflict) return [{ way: 'add', index }]
    const way = chosen[index]
    if (way === 'beside') return [{ way: 'add-as', index, name: nameOf(item) }]
    if (way === 'replace') return [{ way: 'replace', index, id: conflict.id, name: conflict.name }]
    return []
  }
  const choices = found.connections.flatMap(choice)
  const undecided = found.connections.some(item => item.conflict && !chosen[item.index])
  const take = () =>
    void run(async () => {
      const { connections, secrets } = await engine.handoverImport(choices)
      announce(
        say('handover-taken', { names: connections.map(one => one.name).join(say('handover-and')), count: secrets }),
      )
    }).then(done => done && onDone())
  const elsewhere = pageProblem(['company-name'], problem)
  return (
    <>
      <Words
        as="p"
        id={found.madeBy ? 'handover-found' : 'handover-found-unnamed'}
        className={styles.soft}
        values={{ date: date(found.madeAt), by: found.madeBy }}
      />
      {found.connections.map(item => (
        <section key={item.index}>
          <Contents item={item} />
          {item.conflict && (
            <div className={styles.conflict}>
              <Words as="p" id={standing[item.conflict.kind]} values={{ name: item.conflict.name }} />
              <ChooseOne
                legend="handover-way"
                columns={3}
                options={ways}
                value={chosen[item.index] ?? null}
                onChange={way => setChosen({ ...chosen, [item.index]: way })}
              />
              {chosen[item.index] === 'beside' && (
                <div className={styles.fields}>
                  <TextField
                    label="field-company-name"
                    aside="register-company-name-aside"
                    value={nameOf(item)}
                    onChange={name => setNames({ ...names, [item.index]: name })}
                    problem={fieldProblem('company-name', problem, [])}
                  />
                </div>
              )}
            </div>
          )}
        </section>
      ))}
      <div className={styles.actions}>
        <Button onClick={onDone}>{say('handover-cancel')}</Button>
        <Button
          appearance="primary"
          icon={busy ? <Spinner size="tiny" aria-hidden="true" /> : null}
          disabledFocusable={busy || undecided || choices.length === 0}
          onClick={take}
        >
          {say('handover-take')}
        </Button>
      </div>
      {elsewhere && <ProblemText problem={elsewhere} />}
    </>
  )
}
