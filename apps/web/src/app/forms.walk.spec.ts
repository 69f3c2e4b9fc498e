import type { TestRequest } from '@angular/common/http/testing';
import type { Problem } from '@headway/domain';
import { routes } from './app.routes';
import { answerAll, unfold } from './forms.walk.fixture';
import { type WalkedForm, formOf, walkedForms } from './forms.walk.list';
import { openPage } from './platform/page.harness';

type Page = Awaited<ReturnType<typeof openPage>>;
type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

for (const walked of walkedForms)
  describe(`a problem on ${walked.at}`, () => {
    it('is led to by its link, where the form itself finds it', async () => {
      const page = await openWalked(walked);
      clear(page, walked);
      await submit(page, walked);
      const links = linksOf(page);
      expect(links.length).withContext(page.summary()).toBe(walked.wrongWhenBlank);
      for (const link of links) {
        link.click();
        const group = document.activeElement!.closest('.govuk-form-group--error');
        const beside = [...(group?.querySelectorAll('.govuk-error-message') ?? [])];
        expect(beside.map(({ textContent }) => textContent!.replace('Error:', '').trim()))
          .withContext(link.hash)
          .toContain(link.textContent!.trim());
        expect(isFirst(document.activeElement!)).withContext(link.hash).toBeTrue();
      }
      expect(page.page().querySelectorAll('.govuk-error-message').length).toBe(links.length);
    });

    if (walked.pointers)
      it('is led to by its link, where only the server finds it, and said where no control is to blame', async () => {
        const page = await openWalked(walked);
        await fill(page, walked);
        const named = new Set<string>();
        const pointers = { ...walked.pointers, '/unheard/of': null, '': null };
        for (const [index, [pointer, leadsTo]] of Object.entries(pointers).entries()) {
          await submit(page, walked);
          const sent = await sentBy(page);
          for (const key of Object.keys((sent.request.body as object | null) ?? {})) named.add(key);
          const status = [400, 409, 422][index % 3]!;
          const message = `Wrong at ${pointer || 'the whole'}`;
          sent.flush(refusal(status, pointer, message), { status, statusText: 'Refused' });
          await settled(page);
          expect(page.summary()).withContext(pointer).toContain(message);
          const link = linksOf(page).find(({ textContent }) => textContent!.trim() === message);
          link?.click();
          const active = link ? document.activeElement!.id : null;
          expect(active).withContext(pointer).toBe(leadsTo);
          if (!link) continue;
          expect(isFirst(document.activeElement!)).withContext(pointer).toBeTrue();
          const group = document.activeElement!.closest('.govuk-form-group--error');
          expect(group?.textContent).withContext(pointer).toContain(message);
        }
        for (const key of named)
          expect(Object.keys(pointers).some((pointer) => pointer.split('/')[1] === key))
            .withContext(`${key} is sent, and no pointer to it is walked`)
            .toBeTrue();
      });
  });

function refusal(status: number, pointer: string, message: string): Problem {
  const errors = [{ pointer, code: 'rule_broken', message }];
  return { type: 'about:blank', title: 'Refused', status, code: 'rule_broken', errors };
}

async function openWalked(walked: WalkedForm): Promise<Page> {
  const page = await openPage(walked.at, routes, { role: walked.role });
  for (let turn = 0; turn < 50 && !formOf(page.page(), walked); turn++) await settled(page);
  expect(formOf(page.page(), walked)).withContext(walked.at).not.toBeNull();
  return page;
}

async function settled(page: Page): Promise<void> {
  answerAll(page.http);
  unfold(page.page());
  await page.settle();
}

async function sentBy(page: Page): Promise<TestRequest> {
  for (let turn = 0; turn < 20; turn++) {
    const [sent] = page.http.match(({ method }) => method !== 'GET');
    if (sent) return sent;
    await settled(page);
  }
  throw new Error(`Nothing was sent: ${page.summary()}`);
}

async function submit(page: Page, walked: WalkedForm): Promise<void> {
  formOf(page.page(), walked)!.dispatchEvent(new Event('submit', { cancelable: true, bubbles: true }));
  await settled(page);
}

function linksOf(page: Page): HTMLAnchorElement[] {
  return [...page.page().querySelectorAll<HTMLAnchorElement>('.govuk-error-summary a')];
}

/** Of a group of radios or checkboxes its first, of a date the first part that is marked, else the one control. */
function isFirst(control: Element): boolean {
  const inGroup = control.closest('.govuk-radios, .govuk-checkboxes, .govuk-date-input');
  const first = inGroup?.querySelector('.govuk-input--error') ?? inGroup?.querySelector('input');
  return control === (first ?? control) && control.matches('input, select, textarea');
}

function controls(page: Page, walked: WalkedForm): Control[] {
  return [...formOf(page.page(), walked)!.querySelectorAll<Control>('input, select, textarea')];
}

function type(control: Control, value: string): void {
  control.value = value;
  control.dispatchEvent(new Event('input'));
}

function clear(page: Page, walked: WalkedForm): void {
  for (const control of controls(page, walked)) {
    if (control.type === 'checkbox' && (control as HTMLInputElement).checked) control.click();
    else if (control.type !== 'radio' && control.type !== 'checkbox') type(control, '');
  }
}

/** Fills in what is blank, as often as an answer brings up further questions. */
async function fill(page: Page, walked: WalkedForm): Promise<void> {
  for (let turn = 0; turn < 4; turn++) {
    for (const control of controls(page, walked)) {
      const given = walked.typed?.[control.id];
      const name = control.name;
      if (control.type === 'radio' || control.type === 'checkbox') {
        const box = control as HTMLInputElement;
        const group = controls(page, walked).filter((one) => one.name === name) as HTMLInputElement[];
        if (
          given === 'yes'
            ? !box.checked
            : group[0] === box && !group.some((one) => one.checked || walked.typed?.[one.id])
        )
          box.click();
      } else if (given !== undefined) type(control, given);
      else if (control.value === '') type(control, guessFor(control));
    }
    await settled(page);
  }
}

function guessFor(control: Control): string {
  if (control instanceof HTMLSelectElement)
    return [...control.options].find(({ value }) => value !== '')?.value ?? '';
  if (control.type === 'search') return '';
  if (control.type === 'url') return 'https://www.gov.uk/example';
  if (control.id.endsWith('-year')) return '2026';
  return control.inputMode === 'numeric' ? '5' : 'Words';
}
