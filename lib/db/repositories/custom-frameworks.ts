import { newId } from '@/lib/kernel/id'
import {
  CustomContent,
  type CustomFramework,
  type CustomFrameworkFacts,
  CustomMapping,
  CustomSource,
} from '@/lib/model/custom-framework'
import { customFrameworkId } from '@/lib/model/requirement'
import type { CustomFramework as Row } from '../generated/client'
import { found, type Tx } from '../scope'

type FactsRow = Omit<Row, 'requirements' | 'mapping' | 'organizationId'>

const toFacts = ({ importedAt, updatedAt, source, ...row }: FactsRow): CustomFrameworkFacts => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  version: row.version,
  source: CustomSource.parse(source),
  documentId: row.documentId,
  sha256: row.sha256,
  fileName: row.fileName,
  importedBy: row.importedBy,
  importedAt: importedAt.toISOString(),
  updatedBy: row.updatedBy,
  updatedAt: updatedAt.toISOString(),
})

const toFramework = (row: Row): CustomFramework => ({
  ...toFacts(row),
  content: CustomContent.parse(row.requirements),
  mapping: CustomMapping.parse(row.mapping),
})

/** A framework as it is written; who and when come with it. */
export type CustomFrameworkInput = Omit<
  CustomFramework,
  'id' | 'slug' | 'importedBy' | 'importedAt' | 'updatedBy' | 'updatedAt'
>
type By = { name: string; at: Date }

/** How much of a framework there is, without the whole of it. */
export type CountedFramework = CustomFrameworkFacts & { requirements: number; mapped: number }

/** An organization's own frameworks. */
export const customFrameworkRepository = (tx: Tx, organizationId: string) => ({
  /** All of them by name, with how many requirements each has and how many of them are mapped. */
  async list(): Promise<CountedFramework[]> {
    const rows = await tx.$queryRaw<(FactsRow & { requirementCount: number; mappedCount: number })[]>`
      SELECT id, slug, name, version, source, document_id AS "documentId", sha256, file_name AS "fileName",
        imported_by AS "importedBy", imported_at AS "importedAt", updated_by AS "updatedBy", updated_at AS "updatedAt",
        jsonb_array_length(requirements -> 'requirements')::int AS "requirementCount",
        jsonb_array_length(mapping)::int AS "mappedCount"
      FROM custom_frameworks WHERE organization_id = ${organizationId}::uuid ORDER BY name, slug`
    return rows.map(({ requirementCount, mappedCount, ...row }) => ({
      ...toFacts(row),
      requirements: requirementCount,
      mapped: mappedCount,
    }))
  },
  async get(slug: string): Promise<CustomFramework> {
    return found(await this.find(slug))
  },
  async find(slug: string): Promise<CustomFramework | null> {
    const where = { organizationId_slug: { organizationId, slug } }
    const row = await tx.customFramework.findUnique({ where })
    return row && toFramework(row)
  },
  /** What is known of the framework with this id. Throws not-found. */
  async byId(id: string): Promise<CustomFrameworkFacts> {
    const where = { organizationId_id: { organizationId, id } }
    return toFacts(found(await tx.customFramework.findUnique({ where, omit: { requirements: true, mapping: true } })))
  },
  /** How much is about the framework that would lose it. */
  async uses(slug: string): Promise<{ engagements: number; requests: number; packs: number }> {
    const framework = customFrameworkId(slug)
    return {
      engagements: await tx.auditEngagement.count({ where: { organizationId, frameworks: { has: framework } } }),
      requests: await tx.auditRequest.count({ where: { organizationId, framework } }),
      packs: await tx.evidencePack.count({ where: { organizationId, framework } }),
    }
  },
  /** Nobody else imports, maps or removes the framework of this slug until the transaction ends, be it there or not. */
  async lock(slug: string): Promise<void> {
    const key = `${organizationId}/custom-framework/${slug}`
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`
  },
  /** Adds the framework of this slug, or puts another version in its place. */
  async put(slug: string, { content, mapping, ...facts }: CustomFrameworkInput, by: By): Promise<CustomFramework> {
    const written = { ...facts, requirements: content, mapping, importedBy: by.name, importedAt: by.at }
    const data = { ...written, updatedBy: by.name, updatedAt: by.at }
    const row = await tx.customFramework.upsert({
      where: { organizationId_slug: { organizationId, slug } },
      create: { organizationId, id: newId(), slug, ...data },
      update: data,
    })
    return toFramework(row)
  },
  async map(slug: string, mapping: CustomMapping, by: By): Promise<void> {
    await tx.customFramework.update({
      where: { organizationId_slug: { organizationId, slug } },
      data: { mapping, updatedBy: by.name, updatedAt: by.at },
    })
  },
  async remove(slug: string): Promise<void> {
    await tx.customFramework.delete({ where: { organizationId_slug: { organizationId, slug } } })
  },
})
