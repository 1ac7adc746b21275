/** Staff who exist in the sandbox; everybody's password is `demo`. */
export const staff = [
  {
    id: 'jonas.brandt',
    name: 'Jonas Brandt',
    office_id: 'buergerservice',
    roles: ['caseworker'],
    job: 'Sachbearbeitung Bürgerservice',
  },
  {
    id: 'mira.seidel',
    name: 'Mira Seidel',
    office_id: 'buergerservice',
    roles: ['caseworker'],
    job: 'Sachbearbeitung Bürgerservice',
  },
  {
    id: 'karin.vogel',
    name: 'Karin Vogel',
    office_id: 'gewerbebehoerde',
    roles: ['caseworker'],
    job: 'Sachbearbeitung Gewerbe',
  },
  { id: 'tomasz.wrobel', name: 'Tomasz Wrobel', office_id: 'it', roles: ['operator'], job: 'Betrieb' },
  { id: 'anke.vogel', name: 'Anke Vogel', office_id: 'it', roles: ['operator'], job: 'Betrieb' },
  {
    id: 'petra.sonntag',
    name: 'Petra Sonntag',
    office_id: 'stadtbibliothek',
    roles: [],
    job: 'ohne Rolle im Portal',
  },
] as const;

export const staffPassword = 'demo';
