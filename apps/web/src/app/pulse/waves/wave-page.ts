import { Component, DOCUMENT, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PulseLinks, PulseWave } from '@headway/contract';
import { type Problem, formatDate, pulseAnonymity } from '@headway/domain';
import { Button } from '@headway/govuk';
import { forkJoin } from 'rxjs';
import { Announcer } from '../../platform/announcer';
import { saveTable } from '../../platform/csv';
import { Page } from '../../platform/page';
import { PulseClient } from '../pulse.client';
import { waveWords } from '../pulse-words';
import { copyText } from '../../platform/copy-text';
import { WaveTag } from './wave-tag';

/** One wave: its days, and the link that each organisation sends to its staff. */
@Component({
  selector: 'hw-wave-page',
  imports: [Button, Page, RouterLink, WaveTag],
  templateUrl: './wave-page.html',
})
export class WavePage {
  private readonly client = inject(PulseClient);
  private readonly document = inject(DOCUMENT);
  private readonly announcer = inject(Announcer);
  readonly id = input.required<string>();
  protected readonly anonymity = pulseAnonymity;
  protected readonly problem = signal<Problem | null>(null);
  protected readonly found = signal<{ wave: PulseWave; links: PulseLinks } | null>(null);
  /** Slug of the organisation whose link was copied last. */
  protected readonly copied = signal<{ slug: string; done: boolean } | null>(null);
  protected readonly heading = computed(() => {
    const found = this.found();
    return found ? `Wave of ${waveWords(found.wave)}` : 'Wave';
  });
  protected readonly standing = computed(() => {
    const { state, opensOn, closesOn } = this.found()!.wave;
    if (state === 'planned')
      return `It opens on ${formatDate(opensOn)} and closes at the end of ${formatDate(closesOn)}.`;
    return state === 'open'
      ? `It is open until the end of ${formatDate(closesOn)}. Results show on the day after.`
      : `It closed on ${formatDate(closesOn)}. Its links no longer take answers.`;
  });
  protected readonly links = computed(() =>
    this.found()!.links.items.map(({ organisation, link }) => ({
      ...{ slug: organisation.slug, name: organisation.name },
      address: `${this.document.location.origin}/pulse/survey/${link}`,
    })),
  );

  constructor() {
    effect(() => {
      this.id();
      untracked(() => this.load());
    });
  }

  protected load(): void {
    forkJoin({ wave: this.client.wave(this.id()), links: this.client.links(this.id()) }).subscribe({
      next: (found) => {
        this.problem.set(null);
        this.found.set(found);
      },
      error: (problem: Problem) => this.problem.set(problem),
    });
  }

  protected async copy(
    { slug, name, address }: { slug: string; name: string; address: string },
    seen: HTMLElement,
  ) {
    const done = await copyText(this.document, address, seen);
    this.copied.set({ slug, done });
    this.announcer.say(
      done ? `Link of ${name} copied` : `The link of ${name} is selected: copy it from there`,
    );
  }

  protected save(): void {
    const rows = this.links().map(({ name, address }) => [name, address]);
    const name = `headway-pulse-links-${this.found()!.wave.opensOn}.csv`;
    saveTable(this.document, name, { columns: ['Organisation', 'Link'], rows });
  }
}
