import type { Type } from '@angular/core';
import { TestBed } from '@angular/core/testing';

/** The element of a component after its first render; `inputs` by name. */
export async function render<T>(
  component: Type<T>,
  inputs: Record<string, unknown> = {},
): Promise<HTMLElement> {
  const fixture = TestBed.createComponent(component);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  await fixture.whenStable();
  return fixture.nativeElement as HTMLElement;
}
