import CircleCheck from 'lucide-react/icons/circle-check'
import Info from 'lucide-react/icons/info'
import OctagonAlert from 'lucide-react/icons/octagon-alert'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import type { ReactNode } from 'react'
import { classNames } from './class-names'

const LOOK = {
  info: { Icon: Info, surface: 'border-line-strong bg-panel', icon: 'text-accent', word: 'Note' },
  good: { Icon: CircleCheck, surface: 'border-good/50 bg-good-soft', icon: 'text-good', word: 'Done' },
  warn: { Icon: TriangleAlert, surface: 'border-warn/50 bg-warn-soft', icon: 'text-warn', word: 'Warning' },
  bad: { Icon: OctagonAlert, surface: 'border-bad/50 bg-bad-soft', icon: 'text-bad', word: 'Problem' },
} as const

type CalloutProps = {
  tone?: keyof typeof LOOK
  title?: ReactNode
  actions?: ReactNode
  className?: string
  children?: ReactNode
}

/** A remark that must not be missed. Its tone is told by icon and hidden word, not by colour alone. */
export function Callout({ tone = 'info', title, actions, className, children }: CalloutProps) {
  const { Icon, surface, icon, word } = LOOK[tone]
  return (
    <div className={classNames('flex gap-3 rounded-lg border px-4 py-3 text-sm', surface, className)}>
      <Icon aria-hidden="true" className={classNames('mt-px size-4.5 shrink-0', icon)} />
      <div className="min-w-0 flex-1">
        <span className="sr-only">{word}: </span>
        {title === undefined ? null : <p className="font-semibold">{title}</p>}
        {children === undefined ? null : <div className="text-ink-2">{children}</div>}
      </div>
      {actions === undefined ? null : <div className="flex shrink-0 flex-wrap items-start gap-2">{actions}</div>}
    </div>
  )
}
