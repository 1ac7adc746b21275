/** What operators read about the eID server. */
export const eidCopy = {
  title: 'Online-Ausweis',
  state: {
    ok: 'Der eID-Server antwortet',
    rights_missing: 'Dem Berechtigungszertifikat fehlen Rechte',
    unreachable: 'Der eID-Server ist nicht erreichbar',
    not_understood: 'Der eID-Server antwortet nicht wie vereinbart',
    not_configured: 'Kein eID-Server eingerichtet',
  },
  missing: (names: string) =>
    `Das Portal fragt nach Angaben, die das Zertifikat nicht erlaubt: ${names}. Bis das geklärt ist, scheitern Anmeldungen.`,
  unreachable:
    'Niemand kann sich gerade mit dem Ausweis anmelden. Prüfen Sie Netz, Adresse und TLS-Zertifikate.',
  notUnderstood: (reason: string) =>
    `Grund: ${reason}. Prüfen Sie die Signatur-Zertifikate auf beiden Seiten und die Uhr dieses Rechners.`,
  notConfigured: 'Ohne eID-Server sagt das Portal, dass Anmeldungen gerade nicht möglich sind.',
  certificate: {
    tls: 'TLS-Zertifikat des Portals',
    tls_authority: 'Aussteller des eID-Servers',
    signing: 'Signatur des Portals',
    server_signing: 'Signatur des eID-Servers',
  },
  until: (day: string) => `gültig bis ${day}`,
  soon: 'läuft bald ab',
  checked: (moment: string) => `Geprüft ${moment}`,
};
