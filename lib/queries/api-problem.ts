/** One thing wrong with what was sent: where, and why. */
export type FieldProblem = { row?: number; field: string; reason: string }

type ProblemDocument = {
  type?: string
  title?: string
  detail?: string
  problems?: FieldProblem[]
  requestId?: string
}

/** A refusal by the server, as its problem document tells it. `status` is 0 when no answer came. */
export class ApiProblem extends Error {
  /** The last part of the problem's type, for example `step-up`; null when there is none. */
  readonly code: string | null
  readonly title: string
  readonly detail: string | undefined
  readonly problems: readonly FieldProblem[]
  readonly requestId: string | undefined

  constructor(
    readonly status: number,
    document: ProblemDocument,
  ) {
    const title = document.title ?? `The server answered ${status}`
    super(document.detail ?? title)
    this.name = 'ApiProblem'
    this.code = document.type?.split('/').at(-1) ?? null
    this.title = title
    this.detail = document.detail
    this.problems = document.problems ?? []
    this.requestId = document.requestId
  }
}

/** What an answer that is no success says. */
export const problemIn = async (answer: Response): Promise<ApiProblem> =>
  new ApiProblem(answer.status, await answer.json().catch(() => ({})))
