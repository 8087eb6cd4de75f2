import type { ProblemShape, TaskShape } from './shapes'

/** The failure that belongs beside a field: of what was just sent, or else of a task tried earlier. */
export function fieldProblem(
  field: string,
  sent: ProblemShape | null,
  tasks: readonly TaskShape[],
): ProblemShape | null {
  if (sent?.field === field) return sent
  return tasks.find(({ problem, state }) => state === 'problem' && problem?.field === field)?.problem ?? null
}

/** The first failure that no field of the page claims. */
export function pageProblem(claimed: readonly string[], ...sent: (ProblemShape | null)[]): ProblemShape | null {
  return sent.find(problem => problem && !(problem.field && claimed.includes(problem.field))) ?? null
}
