import type { ContentSource } from '@jena/content';
import type { Language } from '@jena/shared/kernel';
import { useCallback, useMemo, useState } from 'react';
import { notFoundRoute, productName } from './frame.ts';
import { Boundary } from './lib/boundary.tsx';
import { LanguageContext } from './lib/copy.ts';
import { getLive, useLive } from './lib/live.ts';
import type { LoadedPage } from './lib/load.ts';
import { Router } from './lib/router.tsx';
import { routes } from './routes.tsx';
import { announce } from './shell/announcer.tsx';
import { InstallBanner, UpdateBanner } from './shell/banners.tsx';
import { Failed } from './shell/failed.tsx';
import { Layout, mainId } from './shell/layout.tsx';
import './styles/index.css';

type AppProps = { initial: LoadedPage; language: Language; content: ContentSource };

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
      const title = page.module.title({ data: page.data, params: page.params, language });
      document.title = `${title} – ${productName[language]}`;
      announce(title);
      document.getElementById(mainId)?.focus({ preventScroll: true });
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
  const sorry = <Failed online={getLive().online} onAgain={reload} />;
  return (
    <Layout
      area={page.area}
      path={page.path}
      waiting={waiting}
      counts={{ cases: live.casesToDo, inbox: live.unread }}
      net={{ online: live.online, waiting: live.waiting }}
      banner={<Offers />}
    >
      <Boundary resetKey={page.path} fallback={sorry}>
        {failed ? sorry : <Page data={page.data} params={page.params} />}
      </Boundary>
    </Layout>
  );
}

/** At most one offer at a time: a new version comes first. */
function Offers() {
  const { acceptUpdate, install } = useLive();
  const [later, setLater] = useState(false);
  if (acceptUpdate && !later) return <UpdateBanner onAccept={acceptUpdate} onLater={() => setLater(true)} />;
  if (!install) return null;
  const { accept } = install;
  return <InstallBanner {...(accept ? { onAccept: accept } : {})} onLater={install.later} />;
}
