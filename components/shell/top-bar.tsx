import Menu from 'lucide-react/icons/menu'
import type { ReactNode } from 'react'
import { buttonStyle } from '@/components/ui/button-style'
import { classNames } from '@/components/ui/class-names'
import { Tag } from '@/components/ui/tag'
import { SIDE_NAV_ID } from './side-nav'

type TopBarProps = { trail: ReactNode; jump: ReactNode; synthetic: boolean; user: ReactNode }

/** Where one is, the way to anywhere, whether the data is synthetic, and who is signed in. */
export const TopBar = ({ trail, jump, synthetic, user }: TopBarProps) => (
  <header className="sticky top-0 z-20 flex h-14 items-center gap-3 border-line border-b bg-bg px-4 nav:px-7 print:hidden">
    <button
      type="button"
      popoverTarget={SIDE_NAV_ID}
      aria-label="Menu"
      className={classNames(buttonStyle({ variant: 'quiet', size: 'icon' }), '-ml-2 nav:hidden')}
    >
      <Menu aria-hidden="true" />
    </button>
    {trail}
    <div className="ml-auto flex items-center gap-3">
      {jump}
      {synthetic ? <SyntheticTag /> : null}
      {user}
    </div>
  </header>
)

const SyntheticTag = () => (
  <Tag title="The data shown is generated, not from a real organization">
    <span className="sm:hidden">Synthetic</span>
    <span className="max-sm:hidden">Synthetic study</span>
  </Tag>
)
