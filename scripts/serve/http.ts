import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from 'react-router'
import { isFree } from '#scripts/database/port.ts'
import { Fault, step } from '#scripts/narrate.mjs'

const taken = (port: number) =>
  new Fault(`Port ${port} is taken: stop what uses it, or choose another: PORT=${port + 1} npm start`)

const notAllowed = (port: number) =>
  new Fault(`This user may not open port ${port}: choose one above 1023: PORT=3000 npm start`)

/** Found out before the slow steps. */
export async function refuseTakenPort(port: number): Promise<void> {
  if (!(await isFree(port))) throw taken(port)
}

export const startHttp = (port: number, trustProxy: boolean) =>
  step('Starting the server', async () => {
    // Only now: it brings the framework and so React, which must not be loaded before `loadProductionReact`.
    const { startHttpServer } = await import('#scripts/http-server.ts')
    const build: ServerBuild = await import(pathToFileURL(resolve('build/server/index.js')).href)
    return startHttpServer({ build, port, trustProxy, staticFolder: 'build/client' }).catch((error) => {
      if (error.code === 'EADDRINUSE') throw taken(port)
      throw error.code === 'EACCES' ? notAllowed(port) : error
    })
  })
