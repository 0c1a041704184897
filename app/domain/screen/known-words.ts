const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Words that clinicians write with a capital though they are nobody's name; also in names lists, as surnames. */
export const CLINICAL_WORDS = words(`
  a ad adult agency am an and assessment attachment bank basic bed best board book borderline care centre central chair chapter
  christmas clinic clinical clinician cluster code college community consultant core council counselling counsellor course crisis
  day days dear department depression depressive director discharge diary doctor each early easter emergency english evening
  family father first focus follow form forum friday friend god group guide head health her high his holiday home hospital house
  i id if in inpatient intake interview introduction it item journal last lead learning level line link list local low main manual
  medical medicine meeting member mental mode model module monday morning mother mum dad my new next night no north not note
  notes nurse nursing objective office officer on one open organisation our outpatient page panel part patient peer personality
  personal phase plan police post practice present pretend problem process professional program programme project psychiatrist psychiatry
  psychologist psychology quality question ramadan reading reflection report research review risk room royal rule safe safety
  saturday scale school score second section self senior service session set she shift site social society south staff stage
  stance state step stop story student study subjective summary sunday supervision supervisor support table task teacher team
  term test the then therapist therapy they this three thursday time today tower training transference trauma treatment trial
  trust tuesday two type unit university us ward we wednesday week welsh west whatsapp who with work working world x y you your z
`)

/** Said of a person, and no part of the name. */
export const TITLES = words(
  'dhr dr fru herr lady lord meneer mevr mevrouw miss mr mrs ms mx nurse prof professor rev reverend sir sister',
)

/** Words that a sentence begins with; the names lists have nearly all of them. */
export const FUNCTION_WORDS = words(`
  after again all also although always and another any anybody anyone anything as at because been before both but by can each either
  even ever every everybody everyone everything few for from had half has have he her here hers him his how i if in is it its just less
  like many maybe me mine more most my neither never no nobody none nor not nothing now of often on once one only or other others our
  ours over perhaps quite rather same several shall she should since so some somebody someone something sometimes soon still such than
  that the their theirs them then there these they this those though three to today together tomorrow tonight two under unless until
  up us very was we were what when whenever where whether which while who whoever whose why with without yes yesterday yet you your
  yours
`)

/** What somebody is to somebody: the capitalised word that follows is a name, on whatever list. */
export const RELATIONS = words(`
  aunt baby boyfriend brother client colleague cousin dad daughter ex father fiancé fiancée flatmate friend girlfriend grandad
  grandmother granny housemate husband keyworker manager mother mum mummy neighbour nephew niece partner patient sister son
  stepfather stepmother teacher therapist uncle wife called named nicknamed
`)

/** What people do and texts, groups and scores do not: at the beginning of a sentence this tells a name from another word. */
export const PERSONAL_VERBS = words(`
  admitted agreed apologised argued arrived asked attended became began believed blamed blushed brought called came cancelled
  cried denied described did disclosed drank explained fell felt forgot hated hesitated insisted joked knew laughed
  liked looked lost loved met missed mentioned noticed nodded paused phoned presented raised rang recalled refused rejected
  remembered replied reported responded sat says said seemed shared shouted shrugged sighed smiled sobbed spoke started stopped
  struggled stayed talked tells texted thanked thinks thought told took turned walked wanted wants went wept whispered
  wondered works worried wrote yelled
`)

/** Before a place: "in London", "the Oxford service". */
export const PLACE_PREPOSITIONS = words('at around from in into near of outside to towards via the')

/** After somebody's name: then it is that of a thing. "Parkinson's disease", "Beck Depression Inventory", "Maudsley Hospital". */
export const NAMED_THINGS = words(`
  act avenue award building centre clinic college court criteria disease effect foundation guideline guidelines hall hospital
  house index institute inventory journal law lane library method model park principle programme questionnaire report review road
  room scale school score station street study suite syndrome system team test theory training trial trust unit university ward
`)

/**
 * Endings of words that are no names: English abstractions, and the stems of the international names of medicines (WHO, "The use
 * of stems in the selection of International Nonproprietary Names").
 */
export const NO_NAME_ENDING =
  /(?:based|focused|tion|sion|ment|ness|ity|ing|ism|ist|logy|ists|ive|ance|ence|ical|ful|less|ship|ised|ized|pram|traline|trigine|giline|prazole|zolam|pidem|barbital|trexone|oxone|orphine|finil|nidate|fetamine|phetamine|nidine|zine|tonin|racetam|tine|pine|pidol|done|zole|azepam|azolam|zodone|olol|pril|sartan|statin|dopa|mazine|peridol|triptyline|pramine|faxine|oxetine|barb|bamate|thixol|idone|zepine|profen|codone|morphine|caine|toin|tadine|azine|clone|gabalin|pentin|valproate|lithium|thyroxine|mycin|cillin|formin)(?:-|$)/
