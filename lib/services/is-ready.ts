import { isDatabaseReady } from '@/lib/db/ready'

/** Whether requests can be answered: the database is there, migrated and walled. Anybody may ask. */
export const isReady = (): Promise<boolean> => isDatabaseReady()
