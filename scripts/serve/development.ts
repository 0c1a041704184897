import { spawn } from 'node:child_process'
import { once } from 'node:events'

/** Vite's server with hot reloading, in the place of the built pages. */
export async function startDevelopment(port: number): Promise<{ port: number; stop: () => Promise<void> }> {
  const words = ['node_modules/@react-router/dev/bin.cjs', 'dev', '--port', String(port), '--strictPort']
  const vite = spawn(process.execPath, words, { stdio: ['ignore', 'inherit', 'inherit'] })
  const ended = once(vite, 'exit')
  return {
    port,
    async stop() {
      vite.kill('SIGTERM')
      await ended
    },
  }
}
