import type { Problem } from './failure'

/** A typed problem, thrown: what was asked for was not done, and nothing of it was stored. */
export class Refused extends Error {
  constructor(readonly problem: Problem) {
    super(problem.message)
  }
}

/** An answer in which every act that answers either what it did or a problem has done it. */
export type Done<Answer> = { [Field in keyof Answer]: Exclude<Answer[Field], Problem> }

/** The answer, where everything was done. Raises Refused with the first problem of an act or of one of its `results`. */
export function done<Answer extends object>(answer: Answer): Done<Answer> {
  const [problem] = problemsIn(answer)
  if (problem) throw new Refused(problem)
  return answer as Done<Answer>
}

/** The typed problems of an answer: where an act answers one, its report has one, or any of its results does. */
export function problemsIn(answer: object): Problem[] {
  return Object.values(answer).flatMap((act) => {
    if (isProblem(act)) return [act]
    if (!isObject(act)) return []
    const results = Array.isArray(act.results) ? act.results : []
    return [act, ...results].flatMap((each) => (isObject(each) && isProblem(each.problem) ? [each.problem] : []))
  })
}

function isProblem(value: unknown): value is Problem {
  return isObject(value) && typeof value.code === 'string' && typeof value.message === 'string'
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
