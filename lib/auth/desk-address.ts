/** Where an auditor who was let in for a scope is led to, and where it is said that a page is not part of the audit. */
export const deskAddress = (org: string): string => `/${org}/audit-desk`
export const outsideAddress = (org: string): string => `${deskAddress(org)}/outside`
