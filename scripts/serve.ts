import { seconds, step } from '#scripts/narrate.mjs'
import { buildIfChanged } from './serve/build.ts'
import { generateClientIfChanged } from './serve/client.ts'
import { openDatabase } from './serve/database.ts'
import { startDevelopment } from './serve/development.ts'
import { checkSettings, loadEnvironmentFile } from './serve/environment.ts'
import { fillDatabase } from './serve/fill.ts'
import { refuseTakenPort, startHttp } from './serve/http.ts'
import { standInForStripe } from './serve/payments.ts'
import { loadProductionReact } from './serve/production-react.ts'
import { exitOnError, onStop, stopOnSignals } from './serve/stopping.ts'
import { refuseClosedStorage } from './serve/storage.ts'

const isDevelopment = process.argv.includes('--dev')

async function serve() {
  const began = performance.now()
  stopOnSignals()
  loadEnvironmentFile()
  const { PORT, isDemo, TRUST_PROXY, storageFolder, STRIPE_SECRET_KEY } = checkSettings()
  await refuseTakenPort(PORT)
  await generateClientIfChanged()
  if (!isDevelopment) await buildIfChanged()

  const opening = openDatabase()
  // Asked to stop in the middle of this, we would otherwise leave a database behind that is just starting.
  onStop(() => opening.then((leave) => leave()).catch(() => {}))
  await opening
  refuseClosedStorage(storageFolder)
  if (isDemo && !STRIPE_SECRET_KEY) onStop(await standInForStripe(PORT, storageFolder))
  // From here on the environment is complete, and modules of the application may be imported.
  if (!isDevelopment) await loadProductionReact()
  await fillDatabase({ isDemo })

  const { startWorker } = await import('#app/worker.server.ts')
  const worker = await step('Starting the background worker', startWorker)
  onStop(() => worker.stop())
  const { port, stop } = isDevelopment ? await startDevelopment(PORT) : await startHttp(PORT, TRUST_PROXY)
  onStop(stop)
  console.log(`Stance is running at http://localhost:${port} (ready in ${seconds(performance.now() - began)})`)
}

await serve().catch(exitOnError)
