import { z } from 'zod'
import type { ContentFile } from './content-files.server.ts'
import type { Finding } from './findings.ts'
import { finding, parseYaml } from './yaml-file.ts'

const kindOf = z.looseObject({ kind: z.string() })
const kindsOf = z.array(z.looseObject({ id: z.string(), kind: z.string() }))

/**
 * What editing never changes, because answers point at it: the kind of a vignette, and of a question that keeps its id. Of texts that
 * cannot be read nothing is said here.
 */
export function checkUnchanged({ role, file }: ContentFile, before: string, after: string): Finding[] {
  const read = <Schema extends z.ZodType>(schema: Schema, text: string) => parseYaml(schema, { file, text }).source
  if (role === 'vignette') {
    const [was, is] = [read(kindOf, before), read(kindOf, after)]
    if (!was || !is || was.value.kind === is.value.kind) return []
    return [
      finding(
        is,
        ['kind'],
        `stays ${was.value.kind}: answers were given to it as that. Another kind is another vignette`,
      ),
    ]
  }
  if (role !== 'questions') return []
  const [was, is] = [read(kindsOf, before), read(kindsOf, after)]
  const kinds = new Map(was?.value.map(({ id, kind }) => [id, kind]))
  return (is?.value ?? []).flatMap(({ id, kind }, index) => {
    const earlier = kinds.get(id)
    if (!is || !earlier || earlier === kind) return []
    return [
      finding(
        is,
        [index, 'kind'],
        `stays ${earlier}: answers were given to it as that. Give a new question an id of its own`,
      ),
    ]
  })
}
