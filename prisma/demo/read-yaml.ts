import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'
import type { z } from 'zod'

/** One file of the demonstration, checked: a slip in it stops the making of the cast and names its place. */
export const readYaml = <Schema extends z.ZodType>(directory: string, file: string, schema: Schema): z.output<Schema> =>
  schema.parse(parse(readFileSync(path.join(directory, file), 'utf8')))
