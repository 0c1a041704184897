import path from 'node:path'
import type { ServerBuild } from 'react-router'

type Route = NonNullable<ServerBuild['routes'][string]>

/** One route of the built application. */
export type BuiltRoute = {
  /** As the framework knows it. */
  id: string
  /** Its folder under app/routes. */
  name: string
  /** Its address, parameters and all. */
  pattern: string
  answersGet: boolean
  takesPost: boolean
  /** A page of its own, not a frame around others and not a bare answer. */
  isPage: boolean
  /** Whether React takes it over in the browser. */
  hydrates: boolean
}

/** Every route that answers anything. */
export async function builtRoutes(): Promise<BuiltRoute[]> {
  const { routes } = (await import(/* @vite-ignore */ path.resolve('build/server/index.js'))) as ServerBuild
  const patternOf = ({ parentId, path: own }: Route): string => {
    const parent = parentId ? routes[parentId] : undefined
    return [parent && patternOf(parent), own].filter(Boolean).join('/')
  }
  const parents = new Set(Object.values(routes).map((route) => route?.parentId))
  return Object.values(routes).flatMap((route) => {
    if (!route || route.id === 'root') return []
    const { id, module } = route
    return {
      id,
      name: id.split('/')[1] ?? id,
      pattern: `/${patternOf(route)}`,
      answersGet: Boolean(module.loader),
      takesPost: Boolean(module.action),
      isPage: Boolean(module.default) && !parents.has(id),
      hydrates: (module.handle as { hydrate?: boolean } | undefined)?.hydrate === true,
    }
  })
}
