// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest';
import { one, press, show } from '../testing.tsx';
import { Button, IconButton, LinkButton } from './button.tsx';

describe('Button', () => {
  it('does what it says', async () => {
    const send = vi.fn();
    await show(<Button onClick={send}>Antrag absenden</Button>);
    press('button');
    expect(send).toHaveBeenCalledOnce();
  });
  it('takes no second press while it is busy, and says what is happening', async () => {
    const send = vi.fn();
    const { text } = await show(
      <Button onClick={send} busy="Wird gesendet …">
        Antrag absenden
      </Button>,
    );
    press('button');
    expect(send).not.toHaveBeenCalled();
    expect(text()).toBe('Wird gesendet\u00a0…');
  });
  it('does not submit a form while it cannot be used, and tells why', async () => {
    const submit = vi.fn((event: { preventDefault: () => void }) => event.preventDefault());
    await show(
      <form onSubmit={submit}>
        <Button type="submit" disabledReason="Zuerst fehlt noch ein Foto.">
          Weiter
        </Button>
      </form>,
    );
    press('button');
    expect(submit).not.toHaveBeenCalled();
    const reason = one('button').getAttribute('aria-describedby');
    expect(document.getElementById(reason ?? '')?.textContent).toBe('Zuerst fehlt noch ein Foto.');
  });
  it('is no submit button unless told so', async () => {
    await show(<Button>Abbrechen</Button>);
    expect(one('button').getAttribute('type')).toBe('button');
  });
  it('has a name even when it is only a drawing', async () => {
    await show(<IconButton label="Schließen">×</IconButton>);
    expect(one('button').getAttribute('aria-label')).toBe('Schließen');
  });
  it('is a real link in the language of the page when it leads somewhere', async () => {
    await show(<LinkButton to="/dienste">Services</LinkButton>, 'en');
    expect(one('a').getAttribute('href')).toBe('/en/dienste');
  });
});
