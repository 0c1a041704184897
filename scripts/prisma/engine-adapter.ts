import { PrismaPg } from '@prisma/adapter-pg'
import {
  ColumnTypeEnum,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils'
import pg from 'pg'
import { onDatabase, splitUrl } from './engine-url.ts'

/**
 * Connects the engine through Prisma's own PostgreSQL adapter, which was written for queries and not for migrations:
 * three of its ways do not work here and are replaced.
 */
export function adapterFactory(datasource: {
  url?: string
  shadowDatabaseUrl?: string
}): SqlMigrationAwareDriverAdapterFactory {
  // Commands that compare files only still want a factory; nothing is ever listening on port 1.
  const url = datasource.url ?? 'postgresql://127.0.0.1:1/none'
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => connectTo(url),
    connectToShadowDb: () =>
      datasource.shadowDatabaseUrl ? connectTo(datasource.shadowDatabaseUrl) : connectToNewDatabase(url),
  }
}

async function connectTo(url: string): Promise<SqlDriverAdapter> {
  const { connectionString, schema } = splitUrl(url)
  const pool = new pg.Pool({ connectionString, Client: CatalogueClient })
  const adapter = await new PrismaPg(pool, { schema, disposeExternalPool: true }).connect()
  // The adapter cuts a script at every semicolon, also inside the body of a function. PostgreSQL knows better.
  adapter.executeScript = async (script) => {
    await adapter.executeRaw({ sql: script, args: [], argTypes: [] })
  }
  const queryRaw = adapter.queryRaw.bind(adapter)
  adapter.queryRaw = async (query) => {
    const result = await queryRaw(query)
    return {
      ...result,
      columnTypes: result.columnTypes.map((type) => (type === VIA ? ColumnTypeEnum.Character : type)),
    }
  }
  return adapter
}

/** The adapter drops its shadow database while it is still connected to it, which PostgreSQL refuses. */
async function connectToNewDatabase(url: string): Promise<SqlDriverAdapter> {
  const name = `prisma_migrate_shadow_db_${crypto.randomUUID()}`
  await onDatabase(url, 'postgres', `CREATE DATABASE "${name}"`)
  const shadow = new URL(url)
  shadow.pathname = name
  const adapter = await connectTo(shadow.href)
  const disconnect = adapter.dispose.bind(adapter)
  adapter.dispose = async () => {
    await disconnect()
    await onDatabase(url, 'postgres', `DROP DATABASE "${name}" WITH (FORCE)`)
  }
  return adapter
}

/** No type that the adapter knows gives a single character. It takes this way, which nothing in a catalogue takes. */
const VIA = ColumnTypeEnum.Uuid

/** The types of PostgreSQL's catalogue that the adapter refuses, and the types as which it can read them. */
const READ_AS = new Map([
  [18, 2950], // "char" as uuid, see VIA
  [24, 25], // regproc as text
  [28, 23], // xid as int4
  [194, 25], // pg_node_tree as text
  [1003, 1009], // name[] as text[]
  [2205, 25], // regclass as text
])

/** Hears what the columns of an answer are before the driver itself does. */
class CatalogueClient extends pg.Client {
  constructor(config?: pg.ClientConfig) {
    super(config)
    this.connection.on('rowDescription', ({ fields }: { fields: { dataTypeID: number }[] }) => {
      for (const field of fields) field.dataTypeID = READ_AS.get(field.dataTypeID) ?? field.dataTypeID
    })
  }
}
