import { useEffect, useState } from 'react';
import type { ScanPage } from './document/pages.ts';

/** A small picture of a page, turned as it will be read. */
export function PagePicture({ page, alt }: { page: ScanPage; alt: string }) {
  const url = usePicture(page.jpeg);
  return (
    <span className={`cap-thumb cap-turn-${page.turn}`}>
      {url !== undefined && <img src={url} alt={alt} />}
    </span>
  );
}

/** The address of a picture for as long as it is shown. */
export function usePicture(picture: Blob): string | undefined {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(picture);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [picture]);
  return url;
}
