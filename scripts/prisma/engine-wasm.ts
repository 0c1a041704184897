import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg'
import { adapterFactory } from './engine-adapter.ts'

const code = new URL('schema_engine_bg.wasm', import.meta.resolve('@prisma/schema-engine-wasm/schema_engine_bg'))
// The package's own entry imports the .wasm file as a module, which Node does only behind a flag.
const { instance } = await WebAssembly.instantiate(readFileSync(fileURLToPath(code)), {
  './schema_engine_bg.js': bindings as unknown as WebAssembly.ModuleImports,
})
bindings.__wbg_set_wasm(instance.exports)
;(instance.exports.__wbindgen_start as () => void)()

// Where a panic of the engine's Rust code leaves its message, before it ends the call with an error without one.
let panic = ''
Object.assign(globalThis, {
  PRISMA_WASM_PANIC_REGISTRY: {
    set_message(message: string) {
      panic = message
    },
  },
})

/** What the engine said when it panicked: the error itself says only "unreachable". */
export const panicMessage = () => panic

export const version = bindings.version()

type Datasource = { url?: string; shadowDatabaseUrl?: string }

export async function createEngine(datasource: Datasource, datamodels: [string, string][]) {
  const engine = await bindings.SchemaEngine.new(
    { datamodels: datamodels.length > 0 ? datamodels : undefined },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapterFactory(datasource)),
  )
  return engine as unknown as Record<string, (params: unknown) => Promise<unknown>>
}
