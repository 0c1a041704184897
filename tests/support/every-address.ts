import path from 'node:path'
import type { ServerBuild } from 'react-router'

type Route = NonNullable<ServerBuild['routes'][string]>

/** The address of every page and answer of the built application, its parameters filled in. */
export async function everyAddress(parameters: Record<string, string>): Promise<string[]> {
  const { routes } = (await import(/* @vite-ignore */ path.resolve('build/server/index.js'))) as ServerBuild
  const patternOf = ({ parentId, path: own }: Route): string => {
    const parent = parentId ? routes[parentId] : undefined
    return [parent && patternOf(parent), own].filter(Boolean).join('/')
  }
  const patterns = Object.values(routes).flatMap((route) => (route ? [`/${patternOf(route)}`] : []))
  const filled = patterns.map((pattern) => pattern.replace(/:(\w+)\??/g, (_, name) => parameters[name] ?? name))
  return [...new Set(filled)]
}
