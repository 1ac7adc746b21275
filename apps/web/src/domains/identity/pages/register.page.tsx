import { useCopy, useLanguage } from '../../../lib/copy.ts';
import { errorCopy } from '../../../lib/errors.ts';
import { expectLogin } from '../../../lib/hint.ts';
import { definePage } from '../../../lib/page.ts';
import { localPath, paths } from '../../../lib/paths.ts';
import { personal } from '../../../lib/personal.tsx';
import { LinkButton } from '../../../ui/button/button.tsx';
import { PageHeader } from '../../../ui/page-header/page-header.tsx';
import { Section } from '../../../ui/section/section.tsx';
import { identityCopy } from '../copy.ts';
import { eidCopy } from '../eid.copy.ts';
import { EidAct } from '../parts/eid-act.tsx';
import { EidReads } from '../parts/eid-reads.tsx';
import { returnPath } from '../parts/return-path.ts';

/** After a login with a card that is new here: why it is read once more, and the one tap that does it. */
function Register() {
  const { register } = useCopy(eidCopy);
  const language = useLanguage();
  const target = returnPath(localPath(language, paths.account()));
  return (
    <div className="stack-large">
      <PageHeader title={register.title} lead={register.lead} />
      <EidAct
        purpose="registration"
        returnTo={target}
        onLeave={expectLogin}
        wayOut={<LinkButton to={paths.login(target)}>{register.again}</LinkButton>}
      >
        {register.start}
      </EidAct>
      <Section title={register.why}>
        <p>{register.whyText}</p>
      </Section>
      <EidReads />
      <p className="muted">{register.use}</p>
      <LinkButton variant="quiet" to={paths.start()}>
        {register.later}
      </LinkButton>
    </div>
  );
}

export const page = definePage({
  Page: personal(Register),
  copies: [eidCopy, identityCopy, errorCopy],
  title: ({ language }) => eidCopy.get(language).register.title,
});
