import { useCopy } from '../lib/copy.ts';
import { definePage } from '../lib/page.ts';
import { paths } from '../lib/paths.ts';
import { LinkButton } from '../ui/button/button.tsx';
import { EmptyState } from '../ui/empty-state/empty-state.tsx';
import { Hanfried } from '../ui/hanfried/hanfried.tsx';
import { shellCopy } from './copy.ts';

function NotFound() {
  const { notFound } = useCopy(shellCopy);
  return (
    <EmptyState
      level={1}
      title={notFound.title}
      drawing={<Hanfried size="large" />}
      action={
        <>
          <LinkButton to={paths.services()}>{notFound.services}</LinkButton>{' '}
          <LinkButton to={paths.start()} variant="quiet">
            {notFound.start}
          </LinkButton>
        </>
      }
    >
      {notFound.text}
    </EmptyState>
  );
}

export const page = definePage({
  Page: NotFound,
  copies: [shellCopy],
  title: ({ language }) => shellCopy.get(language).notFound.title,
});
