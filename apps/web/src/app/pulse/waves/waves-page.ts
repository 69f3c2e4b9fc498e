import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PulseWave } from '@headway/contract';
import { type Problem, formatDate, pulseAnonymity, smallestPulseGroup } from '@headway/domain';
import { Button, GovLink } from '@headway/govuk';
import { catchError, forkJoin, map, of, switchMap } from 'rxjs';
import { Page } from '../../platform/page';
import { PulseClient } from '../pulse.client';
import { groupQuery } from '../pulse.view';
import { WaveTag } from './wave-tag';

interface Row {
  readonly wave: PulseWave;
  readonly opens: string;
  readonly closes: string;
  /** How many there were, in words. */
  readonly responses: string;
}

/** Every wave there was, is and will be; where oversight opens the next. */
@Component({
  selector: 'hw-waves-page',
  imports: [Button, GovLink, Page, RouterLink, WaveTag],
  templateUrl: './waves-page.html',
})
export class WavesPage {
  private readonly client = inject(PulseClient);
  protected readonly anonymity = pulseAnonymity;
  protected readonly problem = signal<Problem | null>(null);
  protected readonly rows = signal<readonly Row[] | null>(null);
  protected readonly count = computed(() => {
    const waves = this.rows()!.length;
    return waves === 1 ? '1 wave' : `${waves === 0 ? 'No' : waves} ${waves === 0 ? 'wave yet' : 'waves'}`;
  });

  constructor() {
    this.load();
  }

  protected load(): void {
    this.client
      .waves()
      .pipe(
        switchMap((waves) => (waves.length === 0 ? of([]) : forkJoin(waves.map((wave) => this.rowOf(wave))))),
      )
      .subscribe({
        next: (rows) => {
          this.problem.set(null);
          this.rows.set(rows);
        },
        error: (problem: Problem) => this.problem.set(problem),
      });
  }

  private rowOf(wave: PulseWave) {
    const row = (responses: string): Row => ({
      ...{ wave, responses },
      opens: formatDate(wave.opensOn),
      closes: formatDate(wave.closesOn),
    });
    // How many responses an open wave has had, read twice, would tell when somebody did.
    if (wave.state !== 'closed') return of(row('Shown once it has closed'));
    const everything = {
      wave: null,
      organisation: null,
      grade: null,
      audience: null,
      question: 'impact',
    } as const;
    return this.client.results(groupQuery(everything, wave.id)).pipe(
      map(({ responses }) =>
        row(responses === null ? `Fewer than ${smallestPulseGroup}` : responses.toLocaleString('en-GB')),
      ),
      catchError(() => of(row('Could not be counted just now'))),
    );
  }
}
