import { existsSync } from 'node:fs'
import { readSettings, type Settings } from '#app/env.server.ts'

/** What is set already wins over the file. */
export function loadEnvironmentFile(): void {
  if (existsSync('.env')) process.loadEnvFile('.env')
}

/**
 * Reads the settings before anything slow happens. The database's address is allowed to be missing: ours is known only
 * once it runs.
 * @throws SettingsError naming every faulty setting.
 */
export function checkSettings(): Settings {
  const placeholder = 'postgresql://localhost/to-be-started'
  return readSettings({ ...process.env, DATABASE_URL: process.env.DATABASE_URL || placeholder })
}
