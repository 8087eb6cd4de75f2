import { useLanguageTag, useSay } from '../words'
import { guideFor, useGuides } from './context'
import styles from './guide.module.css'

/** In a task's card: shows the guide for it. Nothing where the task happens on this computer. */
export function WhereButton({ task }: { task: string }) {
  const say = useSay()
  const tag = useLanguageTag()
  const { shelf, want } = useGuides()
  const guide = guideFor(shelf, task)
  if (!guide) return null
  return (
    <button type="button" className={styles.where} onClick={() => want(guide.place)}>
      {say('guide-where')}
      <span className="hidden-words"> {guide.title[tag]}</span>
    </button>
  )
}
