import { builtRoutes } from './built-routes.ts'

/** The address of every page and answer of the built application, its parameters filled in. */
export async function everyAddress(parameters: Record<string, string>): Promise<string[]> {
  const patterns = (await builtRoutes()).map(({ pattern }) => pattern)
  const filled = patterns.map((pattern) => pattern.replace(/:(\w+)\??/g, (_, name) => parameters[name] ?? name))
  return [...new Set(filled)]
}
