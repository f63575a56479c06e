// Node reads the types away. Loaded before the server, which uses this very copy of the database driver.
import { withoutScoping } from './without-scoping.ts'

withoutScoping()
