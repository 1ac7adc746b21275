import type { LocalOffice } from '@jena/content';
import { useCopy } from '../../../lib/copy.ts';
import { Link } from '../../../lib/link.tsx';
import { paths } from '../../../lib/paths.ts';
import { Card } from '../../../ui/card/card.tsx';
import { PhoneIcon, PinIcon } from '../../../ui/icons/more.tsx';
import { servicesCopy } from '../copy.ts';
import { OpenNow } from './open-now.tsx';
import './office-card.css';

export type ShownOffice = Pick<LocalOffice, 'id' | 'name' | 'address' | 'phone' | 'openingHours'>;

/** What a page carries of an office. */
export function shownOffice({ id, name, address, phone, openingHours }: LocalOffice): ShownOffice {
  return { id, name, address, phone, openingHours };
}

/** An office in short: open now, where, by phone. */
export function OfficeCard({ office }: { office: ShownOffice }) {
  const copy = useCopy(servicesCopy).office;
  const { street, postcode, town } = office.address;
  return (
    <Card as="article" className="office">
      <h3>
        <Link to={paths.office(office.id)}>{office.name}</Link>
      </h3>
      <p>
        <OpenNow hours={office.openingHours} />
      </p>
      <p className="office-line">
        <PinIcon size={20} />
        {street ? `${street}, ${postcode ?? ''} ${town}` : copy.addressUnknown}
      </p>
      {office.phone && (
        <a className="office-line office-phone" href={`tel:${office.phone.replaceAll(/[^+\d]/g, '')}`}>
          <PhoneIcon size={20} />
          {copy.call(office.phone)}
        </a>
      )}
    </Card>
  );
}
