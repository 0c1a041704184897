import pg from 'pg'

/** Prisma writes the schema into the URL, where PostgreSQL's driver does not expect it. */
export function splitUrl(text: string): { connectionString: string; schema: string; database: string } {
  const url = new URL(text)
  const schema = url.searchParams.get('schema') ?? 'public'
  url.searchParams.delete('schema')
  return { connectionString: url.href, schema, database: decodeURIComponent(url.pathname.slice(1)) }
}

/** Runs one statement on another database of the same server. */
export async function onDatabase(text: string, database: string, sql: string): Promise<void> {
  const url = new URL(splitUrl(text).connectionString)
  url.pathname = database
  const client = new pg.Client({ connectionString: url.href })
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}
