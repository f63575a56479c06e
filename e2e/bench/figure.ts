/** One measured figure. `bar` says in words what it is held to, null when nothing; `ok` is whether it holds. */
export type Figure = { bench: string; metric: string; value: number; unit: string; bar: string | null; ok: boolean }

type Measured = Pick<Figure, 'bench' | 'metric' | 'value' | 'unit'>

/** Held to a bar from above; it is judged before it is rounded. A value that could not be measured does not hold. */
export const atMost = (bar: number, measured: Measured): Figure => ({
  ...measured,
  value: rounded(measured.value),
  bar: `<= ${bar}`,
  ok: measured.value <= bar,
})

/** For orientation: held to nothing. */
export const noted = (measured: Measured): Figure => ({
  ...measured,
  value: rounded(measured.value),
  bar: null,
  ok: true,
})

const rounded = (value: number): number => Math.round(value * 100) / 100
