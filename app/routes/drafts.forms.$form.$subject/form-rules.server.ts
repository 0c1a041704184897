import type { Permission } from '#app/auth/policy.ts'
import type { FormKind } from '#app/domain/draft.ts'
import type { Actor } from '#app/domain/people.ts'
import { viewSupervisee } from '#app/features/portfolio/send-statement.server.ts'
import { idParam } from '#app/http/params.ts'

type FormRule = {
  /** Null: whoever is signed in. */
  permission: Permission | null
  /** Finds what the form is about, as its page does. Throws 404 for what its page would not show. */
  find: (actor: Actor, subject: string, now: Date) => Promise<unknown>
}

/** Who may keep what they write into a form: whoever may open the page that it stands on. */
export const formRules: Record<FormKind, FormRule> = {
  statement: {
    permission: 'supervision.countersign',
    find: (actor, trainee) => viewSupervisee(actor, idParam(trainee)),
  },
}
