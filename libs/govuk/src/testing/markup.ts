/** The HTML of one of GOV.UK Frontend's own fixtures. */
export function fixtureHtml(fixtures: { fixtures: { name: string; html: string }[] }, name: string): string {
  const found = fixtures.fixtures.find((fixture) => fixture.name === name);
  if (!found) throw new Error(`GOV.UK Frontend has no fixture "${name}"`);
  return found.html;
}

/**
 * Markup in one agreed form: no white space that does not show, attributes and classes in order, a
 * control's present state for its attributes, and nothing that only Angular put there.
 */
export function normalised(html: string | Element): string {
  const root = typeof html === 'string' ? parse(html) : html;
  return [...root.childNodes].flatMap(lines).join('\n');
}

function parse(html: string): Element {
  return new DOMParser().parseFromString(html, 'text/html').body;
}

const tidy = (text: string) => text.replace(/\s+/g, ' ').trim();
/** Angular leaves inputs that are given as plain text on the element. */
const ours = /^(gov|ng-|_ng|key$|variant$)/;

function lines(node: Node): string[] {
  if (node instanceof Text) return tidy(node.data) ? [tidy(node.data)] : [];
  if (!(node instanceof Element)) return [];
  const children = [...node.childNodes].flatMap(lines).map((line) => `  ${line}`);
  return [`<${node.localName}${attributes(node)}>`, ...children];
}

function attributes(element: Element): string {
  const all = new Map([...element.attributes].map(({ name, value }) => [name, value]));
  if (element instanceof HTMLInputElement) {
    all.set('value', element.value);
    all.set('checked', String(element.checked));
  }
  if (element instanceof HTMLOptionElement) all.set('selected', String(element.selected));
  if (all.has('class')) all.set('class', tidy(all.get('class')!).split(' ').toSorted().join(' '));
  return [...all]
    .filter(([name]) => !ours.test(name))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => ` ${name}="${tidy(value)}"`)
    .join('');
}
