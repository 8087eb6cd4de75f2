import { Button } from '@fluentui/react-components'
import { useState } from 'react'
import { engine, type Report } from '../../ipc'
import { useAction, useDesk } from '../../shared/lib'
import { Icon } from '../../shared/look'
import { Card, CopyButton, ProblemText, TextArea } from '../../shared/parts'
import { useSay, Words } from '../../shared/words'
import styles from './settings.module.css'
import { useSaved } from './useSaved'

/** Made here, shown whole, and only then saved: nothing leaves this computer by itself. */
export function ReportCard() {
  const say = useSay()
  const { announce } = useDesk()
  const { busy, run, problem } = useAction()
  const [note, setNote] = useState('')
  const [report, setReport] = useState<Report | null>(null)
  const make = () =>
    void run(async () => {
      setReport(await engine.report(note))
      announce(say('settings-report-made'))
    })
  const { saved, line } = useSaved()
  const save = (made: Report) => void run(async () => saved(await engine.reportSave(made.text)))
  return (
    <Card title="settings-report-title" why="settings-report-why">
      <TextArea
        label="settings-report-note"
        hint="settings-report-note-hint"
        value={note}
        onChange={setNote}
        rows={3}
      />
      <div>
        <Button icon={<Icon name="sheet" />} disabledFocusable={busy} onClick={make}>
          {say(report ? 'settings-report-again' : 'settings-report-make')}
        </Button>
      </div>
      {report && (
        <section aria-label={say('settings-report-whole')} className={styles.report}>
          <Words as="h3" id="settings-report-whole" />
          <Words as="p" id="settings-report-size" values={{ kilobytes: report.kilobytes, hidden: report.hidden }} />
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
          <pre className={styles.whole} tabIndex={0} lang="en">
            {report.text}
          </pre>
          <div className={styles.actions}>
            <Button
              appearance="primary"
              icon={<Icon name="download" />}
              disabledFocusable={busy}
              onClick={() => save(report)}
            >
              {say('settings-report-save')}
            </Button>
            <CopyButton name="settings-report-copy" text={report.text} />
          </div>
          {line}
        </section>
      )}
      {problem && <ProblemText problem={problem} />}
    </Card>
  )
}
