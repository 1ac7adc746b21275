import { figureNames, type Indicators } from '@jena/shared/indicators';

/** Data licence Germany – Zero – version 2.0, the name that GovData and DCAT-AP.de use for it. */
export const licence = {
  id: 'dl-zero-de/2.0',
  url: 'https://www.govdata.de/dl-de/zero-2-0',
  name: 'Datenlizenz Deutschland – Zero – Version 2.0',
} as const;

/** The figures by service as RFC 4180: UTF-8, comma, CRLF. An empty cell: fewer than may be shown. The first line is of all. */
export function toCsv({ from, to, total, services }: Indicators): string {
  const line = (service: string, figures: Indicators['total']) =>
    [service, from, to, ...figureNames.map((name) => figures[name] ?? ''), licence.id].join(',');
  return [
    ['service', 'from', 'to', ...figureNames, 'licence'].join(','),
    line('*', total),
    ...services.map(({ service, ...figures }) => line(service, figures)),
    '',
  ].join('\r\n');
}
