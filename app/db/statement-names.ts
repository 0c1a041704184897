/** Statements that are put together from what a person asks for are endless; those of our own are about a hundred. */
const MOST = 500

/**
 * Names statements by their text. PostgreSQL plans a named one once for each connection and not at every page, which saves most of
 * its work. Past the limit the name is empty, which leaves a statement unnamed.
 */
export function statementNames(most = MOST): (query: { sql: string }) => string {
  const names = new Map<string, string>()
  return ({ sql }) => {
    const known = names.get(sql)
    if (known !== undefined || names.size >= most) return known ?? ''
    const name = `stance_${names.size}`
    names.set(sql, name)
    return name
  }
}
