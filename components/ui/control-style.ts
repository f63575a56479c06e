import { cva } from 'class-variance-authority'

/** The look of everything one types into or picks from. */
export const controlStyle = cva(
  'block w-full min-w-0 rounded-md border border-field bg-panel px-2.5 text-ink text-sm transition-colors hover:border-ink-3 focus-visible:outline-offset-0 disabled:cursor-not-allowed disabled:bg-band disabled:text-ink-2 [&[readonly]]:bg-band aria-invalid:border-bad aria-invalid:outline-bad',
  { variants: { kind: { line: 'h-8', area: 'min-h-20 py-1.5 leading-normal' } }, defaultVariants: { kind: 'line' } },
)
