import { freePort } from '#scripts/database/port.ts'
import { runScript, type Script } from './processes.ts'

export type Serving = Script & { url: string }

/** Starts the platform in a project folder, as `npm start` does once everything is installed. */
export async function serve(folder: string, env: NodeJS.ProcessEnv = {}): Promise<Serving> {
  const port = env.PORT ?? String(await freePort())
  const script = runScript('scripts/serve.ts', [], {
    cwd: folder,
    // Of the tests' own environment nothing may reach it.
    env: { NODE_ENV: 'development', DEMO: 'false', LOG_LEVEL: 'silent', DATABASE_URL: '', ...env, PORT: port },
  })
  return { ...script, url: `http://localhost:${port}` }
}

/** What it says when it does not start. */
export async function refusal(folder: string, env: NodeJS.ProcessEnv): Promise<string> {
  const { ended, said } = await serve(folder, env)
  const code = await ended
  if (code !== 1) throw new Error(`It ended with ${code}:\n${said()}`)
  return said()
}
