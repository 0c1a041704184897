import { test } from '@playwright/test'

/** What the browser tests of one width run against: a server and a database that they share with nobody. */
export type Installation = { url: string; adminDatabase: string; appDatabase: string; files: string }

/** The global setup hands it on by the environment, which every worker inherits. */
export const keepInstallation = (project: string, installation: Installation): void => {
  process.env[variableOf(project)] = JSON.stringify(installation)
}

/** @throws Error where the global setup has started none for this project. */
export function installationOf(project: string): Installation {
  const text = process.env[variableOf(project)]
  if (!text) throw new Error(`No server was started for the project ${project}.`)
  return JSON.parse(text)
}

/** That of the test that runs. */
export const ownInstallation = (): Installation => installationOf(test.info().project.name)

const variableOf = (project: string) => `STANCE_E2E_${project.toUpperCase()}`
