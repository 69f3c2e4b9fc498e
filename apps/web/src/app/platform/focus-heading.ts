import { DOCUMENT, EnvironmentInjector, afterNextRender, inject } from '@angular/core';

/** For a page whose content is replaced in place: takes the reader to the new content's heading. */
export function headingFocus(): () => void {
  const document = inject(DOCUMENT);
  // That of the component would take the focus along where the component goes with the content.
  const injector = inject(EnvironmentInjector);
  const focus = () => {
    const heading = document.querySelector<HTMLElement>('main h1');
    if (!heading) return;
    heading.tabIndex = -1;
    document.defaultView?.scrollTo(0, 0);
    heading.focus({ preventScroll: true });
  };
  return () => void afterNextRender({ write: focus }, { injector });
}
