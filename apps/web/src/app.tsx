import type { ContentSource } from '@jena/content';
import type { Language } from '@jena/shared/kernel';
import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { nameDocument, notFoundRoute } from './frame.ts';
import { Boundary } from './lib/boundary.tsx';
import { LanguageContext } from './lib/copy.ts';
import { getLive, useLive } from './lib/live.ts';
import type { LoadedPage } from './lib/load.ts';
import { showOwnFont } from './lib/own-font.ts';
import { Router } from './lib/router.tsx';
import { routes } from './routes.tsx';
import { announce } from './shell/announcer.tsx';
import { Layout, mainId } from './shell/layout.tsx';
import './styles/index.css';

type AppProps = { initial: LoadedPage; language: Language; content: ContentSource };

// Seldom seen, so not part of the first second.
const UpdateBanner = lazy(async () => ({ default: (await import('./shell/banners.tsx')).UpdateBanner }));
const InstallBanner = lazy(async () => ({ default: (await import('./shell/banners.tsx')).InstallBanner }));
const SessionDialog = lazy(async () => ({
  default: (await import('./domains/identity/parts/session-dialog.tsx')).SessionDialog,
}));
const Failed = lazy(async () => ({ default: (await import('./shell/failed.tsx')).Failed }));

const reload = () => location.reload();

/** The citizen's app: the frame with the page of the address in it. */
export function App({ initial, language, content }: AppProps) {
  const request = useMemo(
    () => ({ routes, notFound: notFoundRoute, language, content }),
    [language, content],
  );
  const [failedPath, setFailedPath] = useState<string>();

  const onShown = useCallback(
    (page: LoadedPage) => {
      setFailedPath(undefined);
      showOwnFont();
      announce(nameDocument(page, language));
      const main = document.getElementById(mainId);
      // An address with an anchor leads to one place on the page; the page has set the focus there already.
      if (location.hash.length > 1 && main?.contains(document.activeElement)) return;
      (main?.querySelector('h1') ?? main)?.focus({ preventScroll: true });
    },
    [language],
  );
  const onFailed = useCallback((error: unknown) => {
    console.error(error);
    setFailedPath(location.pathname);
  }, []);

  return (
    <LanguageContext value={language}>
      <Router
        initial={initial}
        request={request}
        onShown={onShown}
        onFailed={onFailed}
        frame={(page, waiting) => (
          <Framed
            page={page}
            waiting={waiting && failedPath === undefined}
            failed={failedPath !== undefined}
          />
        )}
      />
    </LanguageContext>
  );
}

function Framed({ page, waiting, failed }: { page: LoadedPage; waiting: boolean; failed: boolean }) {
  const live = useLive();
  const { Page } = page.module;
  const sorry = (
    <Suspense fallback={null}>
      <Failed online={getLive().online} onAgain={reload} />
    </Suspense>
  );
  return (
    <Layout
      area={page.area}
      path={page.path}
      waiting={waiting}
      counts={{ cases: live.casesToDo, inbox: live.unread }}
      net={{ online: live.online, waiting: live.waiting }}
      banner={
        <Suspense fallback={null}>
          <UpdateOffer />
        </Suspense>
      }
      offer={
        <Suspense fallback={null}>
          <InstallOffer />
        </Suspense>
      }
      corner={
        live.sessionEnd && (
          <Suspense fallback={null}>
            <SessionDialog end={live.sessionEnd} />
          </Suspense>
        )
      }
    >
      <Boundary resetKey={page.path} fallback={sorry}>
        {failed ? sorry : <Page data={page.data} params={page.params} />}
      </Boundary>
    </Layout>
  );
}

/** A new version is offered once; later means at the next start. */
function UpdateOffer() {
  const { acceptUpdate } = useLive();
  const [later, setLater] = useState(false);
  if (!acceptUpdate || later) return null;
  return <UpdateBanner onAccept={acceptUpdate} onLater={() => setLater(true)} />;
}

function InstallOffer() {
  const { install } = useLive();
  if (!install) return null;
  const { accept } = install;
  return <InstallBanner {...(accept ? { onAccept: accept } : {})} onLater={install.later} />;
}
