import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { can } from '@/lib/access/can'
import { requireMember } from '@/lib/auth/page-actor'

type Props = { params: Promise<{ org: string }>; children: ReactNode }

/** Asked before the skeleton of the page is sent as well: an answer that has begun can no longer be a 404. */
export default async function NewAssessmentLayout({ params, children }: Props) {
  const { membership } = await requireMember((await params).org)
  return can(membership.role, 'assessment:write') ? children : notFound()
}
