/** What a document can be. A closed list: services name the papers they need by it. */
export const documentTypes = [
  'identity_card',
  'passport',
  'residence_permit',
  'photograph',
  'birth_certificate',
  'marriage_certificate',
  'custody_proof',
  'rental_contract',
  'landlord_confirmation',
  'registration_confirmation',
  'vehicle_papers',
  'vehicle_title',
  'inspection_report',
  'driving_licence',
  'income_proof',
  'employment_contract',
  'study_confirmation',
  'benefit_notice',
  'health_insurance',
  'vaccination_record',
  'power_of_attorney',
  'other',
] as const;
export type DocumentType = (typeof documentTypes)[number];

/** Where a person would look for it. */
export const documentFolders = ['ids', 'family', 'home', 'car', 'work', 'health', 'other'] as const;
export type DocumentFolder = (typeof documentFolders)[number];

const folders: Record<DocumentType, DocumentFolder> = {
  identity_card: 'ids',
  passport: 'ids',
  residence_permit: 'ids',
  photograph: 'ids',
  birth_certificate: 'family',
  marriage_certificate: 'family',
  custody_proof: 'family',
  rental_contract: 'home',
  landlord_confirmation: 'home',
  registration_confirmation: 'home',
  vehicle_papers: 'car',
  vehicle_title: 'car',
  inspection_report: 'car',
  driving_licence: 'car',
  income_proof: 'work',
  employment_contract: 'work',
  study_confirmation: 'work',
  benefit_notice: 'work',
  health_insurance: 'health',
  vaccination_record: 'health',
  power_of_attorney: 'other',
  other: 'other',
};

/** The folder follows from the type, so nobody has to file anything. */
export const folderOf = (type: DocumentType): DocumentFolder => folders[type];
