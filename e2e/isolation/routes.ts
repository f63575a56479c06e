import { globSync, readFileSync } from 'node:fs'

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export type Door = { name: string; method: Method; path: string }

const METHODS = /^export const (GET|POST|PUT|PATCH|DELETE)\b/gm

/**
 * Every operation of the API, read from the route files: a browser test cannot load what the server loads. That these files
 * and `app/api/v1/routes.ts` are the same list is held by the law of routes.
 */
export const doors: readonly Door[] = globSync('app/api/v1/**/route.ts')
  .filter((file) => !file.includes('openapi.json'))
  .toSorted()
  .flatMap((file) => {
    const path = `/${file.replace(/^app\//, '').replace(/\/route\.ts$/, '')}`.replace(/\[([^\]]+)\]/g, '{$1}')
    return [...readFileSync(file, 'utf8').matchAll(METHODS)].map(([, found]) => {
      const method = found as Method
      return { name: `${method} ${path}`, method, path }
    })
  })
