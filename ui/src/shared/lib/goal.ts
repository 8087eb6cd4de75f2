import { createContext, type RefObject, useContext, useEffect } from 'react'

/** The task that somebody was led to, until its card has been shown. */
export interface Goal {
  readonly task: string | null
  reached(): void
}

const GoalContext = createContext<Goal>({ task: null, reached: () => undefined })

export const GoalProvider = GoalContext.Provider

/** When this task is where somebody was led to, its heading takes the focus and comes into sight. */
export function useGoal(task: string | undefined, heading: RefObject<HTMLElement | null>) {
  const goal = useContext(GoalContext)
  const isHere = task !== undefined && goal.task === task
  useEffect(() => {
    if (!isHere) return
    // After the page's own title has taken the focus.
    const frame = requestAnimationFrame(() => {
      heading.current?.focus({ preventScroll: true })
      heading.current?.closest('section, li')?.scrollIntoView({ block: 'nearest' })
      goal.reached()
    })
    return () => cancelAnimationFrame(frame)
  }, [isHere, goal, heading])
}
