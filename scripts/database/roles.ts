import pg from 'pg'

/** The chain over the audit entries is written by the sealer, which runs as the owner: the application only reads it. */
const SEALED = ['audit_seal', 'audit_checkpoint']
/** What the database says of an audit entry by itself, so that the application cannot say anything else. */
const FILLED_IN = ['salt', 'xid']

/**
 * Gives the application's role what it needs of the tables that the owner has just migrated, and no more: it reads and
 * writes rows, changes no table, and rows that must never change it can only add. Append-only are the tables with a
 * trigger that calls `refuse_change`, so a migration says it once.
 */
export async function grantToApplication(owner: pg.Client, role: string): Promise<void> {
  const to = pg.escapeIdentifier(role)
  const appendOnly = await appendOnlyTables(owner)
  const sealed = appendOnly.filter((table) => SEALED.includes(table))
  const auditColumns = await columnsOf(owner, 'audit_entry')
  const statements = [
    `GRANT USAGE ON SCHEMA public TO ${to}`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${to}`,
    `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${to}`,
    `GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO ${to}`,
    ...appendOnly.map((table) => `REVOKE UPDATE, DELETE, TRUNCATE ON ${table} FROM ${to}`),
    ...sealed.map((table) => `REVOKE INSERT ON ${table} FROM ${to}`),
    ...grantOfColumns('audit_entry', auditColumns, to),
    `REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON _prisma_migrations FROM ${to}`,
  ]
  // One transaction, so that there is no moment at which the role can change what is append-only.
  await owner.query(['BEGIN', ...statements, 'COMMIT'].join(';\n'))
}

async function appendOnlyTables(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ table: string }>(`
    SELECT DISTINCT quote_ident(c.relname) AS table
    FROM pg_trigger t
    JOIN pg_proc p ON p.oid = t.tgfoid
    JOIN pg_class c ON c.oid = t.tgrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE p.proname = 'refuse_change' AND n.nspname = 'public'`)
  return rows.map((row) => row.table)
}

function grantOfColumns(table: string, columns: string[], to: string): string[] {
  const given = columns.filter((column) => !FILLED_IN.includes(column)).map((column) => pg.escapeIdentifier(column))
  if (given.length === 0) return []
  return [`REVOKE INSERT ON ${table} FROM ${to}`, `GRANT INSERT (${given.join(', ')}) ON ${table} TO ${to}`]
}

async function columnsOf(owner: pg.Client, table: string): Promise<string[]> {
  const { rows } = await owner.query<{ column: string }>(
    `SELECT column_name AS column FROM information_schema.columns WHERE table_schema = 'public' AND table_name = $1`,
    [table],
  )
  return rows.map((row) => row.column)
}
