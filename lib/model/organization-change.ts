import { z } from 'zod'
import { Role } from './actor'
import { Organization, OrganizationInput } from './organization'

/** What an admin may change. The slug stays: links and tokens name it. */
export const OrganizationChange = z.strictObject(OrganizationInput.omit({ slug: true }).shape).partial()
export type OrganizationChange = z.infer<typeof OrganizationChange>

/** An organization and what the reader is in it. */
export const OwnOrganization = Organization.extend({ role: Role })
export type OwnOrganization = z.infer<typeof OwnOrganization>
