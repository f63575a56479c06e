import { globSync } from 'node:fs'
import { expect, test } from 'vitest'
import { routes } from '@/app/api/v1/routes'

const urlOf = (file: string): string =>
  `/${file.replace(/^app\//, '').replace(/\/route\.ts$/, '')}`.replace(/\[([^\]]+)\]/g, '{$1}')

test('every route file of the API is listed, so it is described and tried from the attacker’s side', () => {
  const files = globSync('app/api/v1/**/route.ts').map(urlOf)
  const described = routes.map(({ path }) => path)
  expect(described.toSorted()).toEqual(files.filter((path) => path !== '/api/v1/openapi.json').toSorted())
})
