import { cva, type VariantProps } from 'class-variance-authority'

/** The look of everything that acts: `button`, and links that read as buttons. */
export const buttonStyle = cva(
  'inline-flex shrink-0 items-center justify-center gap-1.5 whitespace-nowrap rounded-md border font-medium text-sm transition-colors duration-100 disabled:cursor-not-allowed disabled:opacity-55 aria-busy:cursor-progress aria-disabled:not-aria-busy:cursor-not-allowed aria-disabled:not-aria-busy:opacity-55 [&_svg]:size-4 [&_svg]:shrink-0',
  {
    variants: {
      variant: {
        primary: 'border-accent bg-accent text-on-accent hover:border-accent-strong hover:bg-accent-strong',
        secondary: 'border-line-strong bg-panel text-ink hover:bg-hover',
        quiet: 'border-transparent text-ink-2 hover:bg-hover hover:text-ink',
        danger: 'border-bad bg-panel text-bad hover:bg-bad-soft',
      },
      size: { md: 'h-8 px-3', sm: 'h-7 px-2.5 text-xs', icon: 'size-8' },
    },
    defaultVariants: { variant: 'secondary', size: 'md' },
  },
)

export type ButtonStyle = VariantProps<typeof buttonStyle>
