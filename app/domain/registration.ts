import type { Profession } from './people.ts'

export type Regulator = { code: string; name: string; professions: readonly Profession[] }

/** Offered as suggestions; anybody registered elsewhere writes the name of their own. */
export const REGULATORS: readonly Regulator[] = [
  { code: 'GMC', name: 'General Medical Council', professions: ['psychiatrist'] },
  { code: 'HCPC', name: 'Health and Care Professions Council', professions: ['psychologist'] },
  {
    code: 'BACP',
    name: 'British Association for Counselling and Psychotherapy',
    professions: ['counsellor'],
  },
  { code: 'NCPS', name: 'National Counselling and Psychotherapy Society', professions: ['counsellor'] },
  { code: 'NMC', name: 'Nursing and Midwifery Council', professions: ['nurse'] },
]
