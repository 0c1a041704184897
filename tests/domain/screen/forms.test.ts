import { describe, expect, it } from 'vitest'
import { findIdentifiers } from '#app/screen/identifier-screen.server.ts'

const TODAY = '2026-11-28'
const found = (text: string) => findIdentifiers(text, TODAY).map(({ kind, text }) => `${kind}: ${text}`)

describe('the screen finds', () => {
  it.each([
    // E-mail
    ['Write to a.b+c@mail.example.co.uk.', ['email: a.b+c@mail.example.co.uk']],
    ['<ø.hansen@eksempel.example.no>', ['email: ø.hansen@eksempel.example.no']],
    // NHS numbers
    ['NHS 943 476 5919', ['nhs-number: 943 476 5919']],
    ['9434765919 on the wristband', ['nhs-number: 9434765919']],
    // Numbers of records and people
    ['MRN: 00482915', ['record-number: 00482915']],
    ['Her hospital number is K482913.', ['record-number: K482913']],
    ['NHS number 943 476 5918, mistyped', ['record-number: 943 476 5918']],
    ['AB 12 34 56 C', ['record-number: AB 12 34 56 C']],
    ['our ref: SG/2023/0456', ['record-number: SG/2023/0456']],
    // Phones
    ['tlf. 412 34 567', ['phone: 412 34 567']],
    ['+31 6 12345678', ['phone: +31 6 12345678']],
    ['06-12345678', ['phone: 06-12345678']],
    ['0161 496 0000 25 minutes late', ['phone: 0161 496 0000']],
    ['(020) 7946 0958', ['phone: (020) 7946 0958']],
    // Dates of birth
    ['born on the 3rd of May', ['birth-date: 3rd of May']],
    ['DOB 12/03/87', ['birth-date: 12/03/87']],
    ['12 March 1987', ['birth-date: 12 March 1987']],
    ['1987-03-12', ['birth-date: 1987-03-12']],
    ['geboren op 4 maart 1994', ['birth-date: 4 maart 1994']],
    ['født 17.05.2001', ['birth-date: 17.05.2001']],
    // Addresses and postcodes
    ['14 Acacia Avenue, Leeds', ['address: 14 Acacia Avenue, Leeds']],
    ['She lives in Mill Lane with her aunt', ['address: Mill Lane']],
    ['Kerkstraat 4, 1017 GP Amsterdam', ['address: Kerkstraat 4, 1017 GP Amsterdam']],
    ['Storgata 12, 0155 Oslo', ['address: Storgata 12, 0155 Oslo']],
    ['at LS1 4AP', ['postcode: LS1 4AP']],
    ['at ls1 4ap', ['postcode: ls1 4ap']],
    ['3512 GH Utrecht', ['postcode: 3512 GH']],
    // Names
    ['I spoke with Mrs van den Berg.', ['name: van den Berg']],
    ['Mr T. came.', ['name: T']],
    ['Sarah came.', ['name: Sarah']],
    ['SARAH came.', ['name: SARAH']],
    ['I asked Will, and then Grace Obi-Mensah.', ['name: Will', 'name: Grace Obi-Mensah']],
    ['Mark said so.', ['name: Mark']],
    ['Her brother Xorblax rang.', ['name: Xorblax']],
    ['I thought of Xorblax. Xorblax left.', ['name: Xorblax', 'name: Xorblax']],
    ['I spoke with Kjersti about it.', ['name: Kjersti']],
    ['I met Sarah & Tom.', ['name: Sarah', 'name: Tom']],
  ])('in “%s”', (text, expected) => expect(found(text)).toEqual(expected))
})

describe('the screen leaves alone', () => {
  it.each([
    'Citalopram 20 mg, Lamotrigine 25-50-100 mg, Sertraline raised. Sertraline helps.',
    'PHQ-9 17, GAD-7 14, CORE-OM 1.9 (from 2.4), 0 1 2 3 4 5 6 7 8 9',
    'ICD-11 6D10.1, 6D11.5; F60.3; DSM-5 301.83; page 12, p. 1,123, Table 2',
    'NCT01234567, ISRCTN27650478, PubMed 28718968, doi 10.1111/bjc.70010, ORCID 0000-0002-1825-0097, ISBN 0306406152',
    'Seen 14/01/26, 21/01/2026, 2026-01-28 and on 4 February 2026 from 09:30 to 10:20; 03.04.2026 10:00.',
    'Bateman & Fonagy (2010); Vogt & Norman 2019; Juul et al.; Levy (2012); Winnicott; Bowlby’s secure base.',
    'On Tuesday in May in Oxford, after Easter, in Norway and in Dutch. Mentalizing. The Group. Monday’s session.',
    'Will you sit down? May I? Mark the place. Grace is a word. Hope is another.',
    'Parkinson’s disease, the Beck Depression Inventory, the Maudsley Hospital',
    'Case BIRCH-07, session 10 of 24, clip ref. 2026/14, room B12, 2nd floor, bed B1 2nd bay, since 2019 UK guidance',
    '“You never ask,” she said. Nobody asked. He went. Client arrived late.',
    '',
  ])('“%s”', (text) => expect(found(text)).toEqual([]))
})
