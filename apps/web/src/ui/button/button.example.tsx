import { CloseIcon, SearchIcon } from '../icons/basic.tsx';
import { Button, IconButton, LinkButton } from './button.tsx';

export function ButtonExample() {
  return (
    <>
      <p>
        <Button>Antrag absenden</Button> <Button variant="secondary">Entwurf behalten</Button>{' '}
        <Button variant="quiet">Abbrechen</Button> <Button variant="danger">Entwurf löschen</Button>{' '}
        <Button variant="light">Anmelden</Button>
      </p>
      <p>
        <Button busy="Wird gesendet …">Antrag absenden</Button>{' '}
        <Button disabledReason="Zuerst fehlt noch ein Foto der Bestätigung.">Weiter</Button>
      </p>
      <p>
        <LinkButton to="/dienste" icon={<SearchIcon />}>
          Dienst suchen
        </LinkButton>{' '}
        <IconButton label="Schließen">
          <CloseIcon />
        </IconButton>
      </p>
    </>
  );
}
