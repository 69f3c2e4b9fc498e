import { SaxesParser } from 'saxes';

/** Elements with their text, as `name=text` from the root on; throws where it is not well-formed. */
export function elementsOf(text: string): string[] {
  const [elements, open]: [string[], string[]] = [[], []];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, attributes }) => {
    open.push(local);
    const href = attributes['href']?.value;
    elements.push(`${open.join('/')}=${href ?? ''}`);
  });
  parser.on('text', (said) => {
    if (said.trim()) elements.push(`${elements.pop()!}${said}`);
  });
  parser.on('closetag', () => open.pop());
  parser.write(text).close();
  return elements;
}
