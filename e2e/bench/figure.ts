/** One measured figure. `bar` says in words what it is held to, null when nothing; `ok` is whether it holds. */
export type Figure = { bench: string; metric: string; value: number; unit: string; bar: string | null; ok: boolean }
