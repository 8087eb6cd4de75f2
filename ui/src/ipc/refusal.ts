import type { Problem } from '../generated/bindings'

/** The engine said no, and why. */
export class Refusal extends Error {
  constructor(readonly problem: Problem) {
    super(problem.code)
    this.name = 'Refusal'
  }
}

type Told<T> = { status: 'ok'; data: T } | { status: 'error'; error: Problem }

export async function told<T>(answer: Promise<Told<T>>): Promise<T> {
  const given = await answer
  if (given.status === 'error') throw new Refusal(given.error)
  return given.data
}
