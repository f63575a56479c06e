import type { ReactNode } from 'react'
import { QueryProvider } from '@/components/query/query-provider'
import { requireActor } from '@/lib/auth/page-actor'
import { Frame } from '../frame'

export default async function AccountLayout({ children }: { children: ReactNode }) {
  return (
    <QueryProvider>
      <Frame actor={await requireActor()} organization={null} synthetic={false}>
        {children}
      </Frame>
    </QueryProvider>
  )
}
