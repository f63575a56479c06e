/** The token file and the role that the platform this process runs on gives it; null for what it does not. */
export const webIdentity = (): { tokenFile: string | null; hubRole: string | null } => ({
  tokenFile: process.env.AWS_WEB_IDENTITY_TOKEN_FILE?.trim() || null,
  hubRole: process.env.AWS_ROLE_ARN?.trim() || null,
})
