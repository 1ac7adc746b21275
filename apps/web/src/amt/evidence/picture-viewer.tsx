import { useEffect, useRef, useState } from 'react';
import { IconButton } from '../../ui/button/button.tsx';
import { PlusIcon } from '../../ui/icons/icons.tsx';
import { Notice } from '../../ui/notice/notice.tsx';
import { evidenceCopy } from '../copy.evidence.de.ts';
import { useShortcuts } from '../lib/shortcuts.ts';
import { FitIcon, MinusIcon, TurnIcon } from './icons.tsx';
import { layoutPicture, nextZoom, type Size } from './picture-layout.ts';
import { ViewerHead } from './viewer-head.tsx';

/** Air around the picture, in pixels. */
const margin = 24;

/** What a viewer shows: `label` names the picture for those who cannot see it. */
export type ViewerProps = { address: string; label: string; heading: string };

/** A photograph or scan, large. Zoom and turning change the view alone, never the file. */
export function PictureViewer({ address, label, heading }: ViewerProps) {
  const [view, setView] = useState({ zoom: 1, turns: 0 });
  const [natural, setNatural] = useState<Size>();
  const [broken, setBroken] = useState(false);
  const stage = useRef<HTMLElement>(null);
  const box = useSizeOf(stage);
  const zoom = (direction: 1 | -1) => setView((now) => ({ ...now, zoom: nextZoom(now.zoom, direction) }));
  const turn = () => setView((now) => ({ ...now, turns: (now.turns + 1) % 4 }));
  const fit = () => setView({ zoom: 1, turns: 0 });
  useShortcuts({ '+': () => zoom(1), '-': () => zoom(-1), '0': fit, r: turn });
  const layout = natural && box && layoutPicture({ natural, box, ...view });
  return (
    <>
      <ViewerHead heading={heading} address={address}>
        <IconButton label={evidenceCopy.smaller} onClick={() => zoom(-1)}>
          <MinusIcon size={20} />
        </IconButton>
        <span className="viewer-zoom" role="status">
          {evidenceCopy.zoom(Math.round(view.zoom * 100))}
        </span>
        <IconButton label={evidenceCopy.larger} onClick={() => zoom(1)}>
          <PlusIcon size={20} />
        </IconButton>
        <IconButton label={evidenceCopy.fit} onClick={fit}>
          <FitIcon size={20} />
        </IconButton>
        <IconButton label={evidenceCopy.turn} onClick={turn}>
          <TurnIcon size={20} />
        </IconButton>
      </ViewerHead>
      {broken && (
        <Notice tone="danger" live="polite">
          {evidenceCopy.broken}
        </Notice>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard (WCAG 2.1.1) */}
      <section className="viewer-stage" ref={stage} tabIndex={0} aria-label={evidenceCopy.stage}>
        <div
          className="viewer-frame"
          style={layout && { width: layout.frame.width, height: layout.frame.height }}
        >
          <img
            src={address}
            alt={label}
            hidden={broken}
            className={layout ? 'viewer-picture' : 'viewer-picture-waiting'}
            style={
              layout && {
                width: layout.picture.width,
                height: layout.picture.height,
                transform: `translate(-50%, -50%) rotate(${view.turns * 90}deg)`,
              }
            }
            onLoad={({ currentTarget: image }) =>
              setNatural({ width: image.naturalWidth, height: image.naturalHeight })
            }
            onError={() => setBroken(true)}
          />
        </div>
      </section>
    </>
  );
}

/** The room that an element offers, scroll bars left out, as it changes. */
function useSizeOf(element: React.RefObject<HTMLElement | null>): Size | undefined {
  const [size, setSize] = useState<Size>();
  useEffect(() => {
    const watched = element.current;
    if (!watched) return;
    const observer = new ResizeObserver(() => {
      const { offsetWidth: width, offsetHeight: height } = watched;
      setSize({ width: width - margin, height: height - margin });
    });
    observer.observe(watched);
    return () => observer.disconnect();
  }, [element]);
  return size;
}
