import pg from 'pg'

/**
 * Gives the application's role what it needs of the tables that the owner has just migrated, and no more: it reads and
 * writes rows, changes no table, and rows that must never change it can only add. Append-only are the tables with a
 * trigger that calls `refuse_change`, so a migration says it once.
 */
export async function grantToApplication(owner: pg.Client, role: string): Promise<void> {
  const to = pg.escapeIdentifier(role)
  const appendOnly = await appendOnlyTables(owner)
  const statements = [
    `GRANT USAGE ON SCHEMA public TO ${to}`,
    `GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${to}`,
    `GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${to}`,
    `GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO ${to}`,
    ...appendOnly.map((table) => `REVOKE UPDATE, DELETE, TRUNCATE ON ${table} FROM ${to}`),
    `REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON _prisma_migrations FROM ${to}`,
  ]
  // One transaction, so that there is no moment at which the role can change what is append-only.
  await owner.query(['BEGIN', ...statements, 'COMMIT'].join(';\n'))
}

async function appendOnlyTables(owner: pg.Client): Promise<string[]> {
  const { rows } = await owner.query<{ table: string }>(`
    SELECT format('%I.%I', n.nspname, c.relname) AS table
    FROM pg_trigger t
    JOIN pg_proc p ON p.oid = t.tgfoid
    JOIN pg_class c ON c.oid = t.tgrelid
    JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE p.proname = 'refuse_change' AND n.nspname = 'public'`)
  return rows.map((row) => row.table)
}
