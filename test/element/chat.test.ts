import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { en } from '../../src/i18n/strings.js';
import type { VideoCallElement } from '../../src/video-call-element.js';
import { elementHarness, part, textOf } from '../helpers/element-harness.js';
import { waitUntil } from '../helpers/wait-until.js';

const QUIET = { muted: '', 'camera-off': '' };

describe('the chat of the element', () => {
  const harness = elementHarness();

  /** Ben, and Ada with her chat open and the focus in it. */
  async function pair(): Promise<{ readonly ben: VideoCallElement; readonly ada: VideoCallElement; readonly area: HTMLTextAreaElement }> {
    const ben = await harness.joined({ ...QUIET, 'display-name': 'Ben' });
    const ada = await harness.joined({ ...QUIET, 'display-name': 'Ada' });
    await waitUntil(() => ada.participants.length === 2 && ben.participants.length === 2);
    return { ben, ada, area: await opened(ada) };
  }

  async function opened(element: VideoCallElement): Promise<HTMLTextAreaElement> {
    part(element, 'button-chat')!.click();
    await waitUntil(() => element.shadowRoot!.activeElement?.localName === 'textarea', 'focus in the field');
    return element.shadowRoot!.activeElement as HTMLTextAreaElement;
  }

  const messages = (element: VideoCallElement): HTMLElement[] => [...element.shadowRoot!.querySelectorAll<HTMLElement>('[part~="chat-message"]')];
  const problem = (element: VideoCallElement): string => element.shadowRoot!.querySelector<HTMLElement>('#chat-problem')!.innerText.trim();

  /** Puts a text there as a paste does. */
  function paste(area: HTMLTextAreaElement, text: string): void {
    area.value = text;
    area.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }

  const press = async (element: VideoCallElement): Promise<void> => {
    part(element, 'button-send')!.click();
    await element.updateComplete;
  };

  it('sends what was typed at Enter, keeps a line break at Shift and Enter, and clears the field', async () => {
    const { ben, ada, area } = await pair();
    await sendKeys({ type: 'good' });
    await sendKeys({ down: 'Shift' });
    await sendKeys({ press: 'Enter' });
    await sendKeys({ up: 'Shift' });
    await sendKeys({ type: 'morning' });
    await sendKeys({ press: 'Enter' });
    await waitUntil(() => messages(ada).length === 1 && area.value === '');
    await opened(ben);
    await waitUntil(() => messages(ben).length === 1);
    expect(messages(ben)[0]!.querySelector('.text')!.textContent).to.equal('good\nmorning');
    expect(messages(ben)[0]!.textContent).to.contain('Ada');
  });

  it('counts on its button what came while it was closed, until it is opened', async () => {
    const { ben, ada } = await pair();
    await ada.sendChat('one');
    await ada.sendChat('two');
    const button = part(ben, 'button-chat')!;
    await waitUntil(() => button.getAttribute('aria-label')?.includes('2'));
    expect(part(ben, 'count')?.textContent).to.equal('2');
    await opened(ben);
    await waitUntil(() => button.getAttribute('aria-label') === en.panels.chat);
    expect(part(ben, 'count')).to.equal(null);
  });

  it('takes what is too long for the chat, says so, and keeps it', async () => {
    const { ben, ada, area } = await pair();
    const text = 'words '.repeat(700);
    paste(area, text);
    await press(ada);
    await waitUntil(() => problem(ada).includes(en.errors['message-too-long'].what));
    expect(area.value === text, 'still there').to.equal(true);
    expect(messages(ada)).to.have.length(0);
    paste(area, 'short');
    await press(ada);
    await waitUntil(() => messages(ada).length === 1);
    expect(problem(ada)).to.equal('');
    await opened(ben);
    await waitUntil(() => messages(ben).length === 1);
  });

  it('refuses 10 MB at once, which would bring the page down, and keeps what was there', async () => {
    const { ada, area } = await pair();
    await sendKeys({ type: 'before' });
    const data = 'ten million '.repeat(870_000);
    const event = new InputEvent('beforeinput', { data, inputType: 'insertFromPaste', bubbles: true, cancelable: true, composed: true });
    area.dispatchEvent(event);
    expect(event.defaultPrevented).to.equal(true);
    await waitUntil(() => problem(ada).includes(en.errors['message-too-long'].what));
    expect(area.value).to.equal('before');
    const refused = await ada.sendChat(data).catch((error: unknown) => (error as { code: string }).code);
    expect(refused).to.equal('message-too-long');
    await sendKeys({ type: ' and after' });
    expect(area.value).to.equal('before and after');
    expect(problem(ada)).to.equal('');
  });

  it('shows markup as it was typed, and makes links of web and mail addresses alone', async () => {
    const { ben, ada } = await pair();
    const texts = ['<img src=x onerror="document.title=1"><b>x</b>', 'javascript:alert(1) data:text/html,x', 'see https://example.org/a?b=c, please', 'https://bank.example@evil.example/'];
    for (const text of texts) await ada.sendChat(text);
    await opened(ben);
    await waitUntil(() => messages(ben).length === texts.length);
    expect(messages(ben).map((message) => message.querySelector('.text')!.textContent)).to.deep.equal(texts);
    expect(messages(ben).flatMap((message) => [...message.querySelectorAll('img, b:not(.by b)')])).to.deep.equal([]);
    const links = messages(ben).flatMap((message) => [...message.querySelectorAll('a')]);
    expect(links.map(({ href, rel, target }) => [href, rel, target])).to.deep.equal([['https://example.org/a?b=c', 'noopener noreferrer', '_blank']]);
  });

  it('keeps what was typed when the panel closes, when sending is too fast, and when its reader has left', async () => {
    const { ben, ada, area } = await pair();
    paste(area, 'half a thought');
    part(ada, 'button-close')!.click();
    await ada.updateComplete;
    const again = await opened(ada);
    expect(again.value).to.equal('half a thought');
    for (let count = 0; count < 200; count += 1) ada.sendChat(`${count}`).catch(() => undefined);
    await press(ada);
    await waitUntil(() => problem(ada).includes(en.errors['rate-limited'].what));
    expect(again.value).to.equal('half a thought');
    const to = ada.shadowRoot!.querySelector<HTMLSelectElement>('.to select')!;
    to.value = ada.participants[1]!.id;
    to.dispatchEvent(new Event('change', { bubbles: true }));
    await ben.leave();
    await waitUntil(() => ada.participants.length === 1);
    await press(ada);
    await waitUntil(() => problem(ada).includes(en.errors['unknown-participant'].what));
    expect(again.value).to.equal('half a thought');
    expect(textOf(ada)).to.contain(en.chat.gone('Ben'));
  });

  it('stands a storm: some hundred messages are shown, and the page goes on', async () => {
    const { ben } = await pair();
    const stranger = harness.network.made.at(-1)!;
    for (let count = 0; count < 5_000; count += 1) stranger.send({ type: 'talk', body: { type: 'chat', id: String(count).padStart(32, '0'), text: `storm ${count}` } });
    await opened(ben);
    await waitUntil(() => messages(ben).length > 0);
    expect(messages(ben).length).to.be.at.most(500);
    await ben.toggleMic(true);
    expect(ben.muted).to.equal(false);
  });

  it('is not there where the page takes it away', async () => {
    const element = await harness.joined({ ...QUIET, disable: 'chat' });
    expect(part(element, 'button-chat')).to.equal(null);
    const code = await element.sendChat('hello').catch((error: unknown) => (error as { code: string }).code);
    expect(code).to.equal('feature-disabled');
  });
});
