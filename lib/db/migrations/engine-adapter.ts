import { PrismaPg } from '@prisma/adapter-pg'
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import type pg from 'pg'

type Result = { fields: { dataTypeID: number }[]; rows: unknown[][] }

/** Postgres's internal one-byte type "char", which its catalogues use for kinds and states. */
const CHAR = 18
const TEXT = 25

/**
 * The official adapter with what the schema engine needs and the adapter lacks. `onScriptError` gets what Postgres said
 * about a script; the engine's own error may be about the transaction that failed after it.
 */
export function engineAdapter(
  pool: pg.Pool,
  onScriptError: (error: unknown) => void,
): SqlMigrationAwareDriverAdapterFactory {
  const chars = rememberChars(pool)
  const factory = new PrismaPg(pool)
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connectToShadowDb: () => factory.connectToShadowDb(),
    connect: async () => {
      const adapter = await factory.connect()
      adapter.executeScript = wholeScript(pool, onScriptError)
      adapter.queryRaw = withChars(adapter, chars)
      return adapter
    },
  }
}

/**
 * The adapter cuts a script at every semicolon, also inside comments, strings and function bodies, and runs the pieces
 * one by one. Postgres reads a script itself, so it gets the whole.
 */
function wholeScript(pool: pg.Pool, onError: (error: unknown) => void): SqlDriverAdapter['executeScript'] {
  return async (script) => {
    try {
      await pool.query(script)
    } catch (error) {
      onError(error)
      throw error
    }
  }
}

/** The adapter refuses columns of type "char". They are passed through it as text, and their places kept by result. */
function rememberChars(pool: pg.Pool): WeakMap<object, number[]> {
  const places = new WeakMap<object, number[]>()
  const query: (...args: unknown[]) => Promise<Result> = Reflect.get(pool, 'query').bind(pool)
  const passing = async (...args: unknown[]) => {
    const result = await query(...args)
    const found = result.fields?.flatMap(({ dataTypeID }, at) => (dataTypeID === CHAR ? [at] : [])) ?? []
    for (const field of result.fields ?? []) if (field.dataTypeID === CHAR) field.dataTypeID = TEXT
    if (found.length > 0) places.set(result.rows, found)
    return result
  }
  Reflect.set(pool, 'query', passing)
  return places
}

function withChars(adapter: SqlDriverAdapter, places: WeakMap<object, number[]>): SqlDriverAdapter['queryRaw'] {
  const queryRaw = adapter.queryRaw.bind(adapter)
  return async (query) => {
    const answer = await queryRaw(query)
    for (const at of places.get(answer.rows) ?? []) answer.columnTypes[at] = ColumnTypeEnum.Character
    return answer
  }
}
