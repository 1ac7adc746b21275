import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import type { ComponentType, ReactNode } from 'react';
import { identityCopy } from '../domains/identity/copy.ts';
import { LinkButton } from '../ui/button/button.tsx';
import { EmptyState } from '../ui/empty-state/empty-state.tsx';
import { IdCardIcon } from '../ui/icons/more.tsx';
import { SkeletonPage } from '../ui/skeleton/skeleton.tsx';
import { useCopy, useLanguage } from './copy.ts';
import type { Params } from './page.ts';
import { localPath, paths } from './paths.ts';
import { queryClient, trpc } from './trpc.ts';

type PageProps<Data> = { data: Data; params: Params };

/** Gives a page the person's data; pages of this kind are not prerendered. */
export function personal<Data>(Page: ComponentType<PageProps<Data>>) {
  return function PersonalPage(props: PageProps<Data>) {
    return (
      <QueryClientProvider client={queryClient}>
        <Page {...props} />
      </QueryClientProvider>
    );
  };
}

type GateProps = {
  title: string;
  why: string;
  /** 1 where no heading of the page stands above. */
  level?: 1 | 2;
  children: ReactNode;
};

/** Shows its children to a logged-in person, the way in to everyone else. */
export function LoginGate({ title, why, level = 2, children }: GateProps) {
  const copy = useCopy(identityCopy);
  const language = useLanguage();
  const me = useQuery(trpc.identity.me.queryOptions());
  if (me.data?.kind === 'citizen') return children;
  if (me.isPending && me.fetchStatus !== 'paused') return <SkeletonPage />;
  const here =
    typeof location === 'undefined'
      ? '/'
      : localPath(language, location.pathname.replace(/^\/en(?=\/|$)/, ''));
  return (
    <EmptyState
      level={level}
      title={title}
      drawing={<IdCardIcon size={48} />}
      action={<LinkButton to={paths.login(here)}>{copy.logIn}</LinkButton>}
    >
      {why}
    </EmptyState>
  );
}
