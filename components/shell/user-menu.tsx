import type { ReactNode } from 'react'
import { ThemeChoice } from '@/components/theme/theme-choice'
import { Popover } from '@/components/ui/popover'

export type ShellUser = {
  name: string
  /** A line under the name: address or role. */
  detail?: string
  /** One or two letters. */
  initials: string
}

/** Who is signed in, the appearance, and, as children, links and the form that signs out. */
export const UserMenu = ({ user, children }: { user: ShellUser; children?: ReactNode }) => (
  <Popover
    align="end"
    buttonClassName="grid size-7 shrink-0 place-items-center rounded-full bg-accent font-semibold text-2xs text-on-accent"
    panelClassName="w-72 p-0"
    label={
      <>
        <span aria-hidden="true">{user.initials}</span>
        <span className="sr-only">{user.name}: account and appearance</span>
      </>
    }
  >
    <div className="border-line border-b px-3.5 py-3">
      <p className="truncate font-semibold text-sm">{user.name}</p>
      {user.detail === undefined ? null : <p className="truncate text-ink-3 text-xs">{user.detail}</p>}
    </div>
    <div className="px-3.5 py-3">
      <ThemeChoice />
    </div>
    {children === undefined ? null : <div className="grid gap-1 border-line border-t px-2 py-2">{children}</div>}
  </Popover>
)
