import { Component, inject, signal } from '@angular/core';
import { FormField, form, validate } from '@angular/forms/signals';
import { Router } from '@angular/router';
import type { NewPulseWave, PulseWave } from '@headway/contract';
import {
  type Problem,
  gradeLabels,
  gradeQuestion,
  grades,
  latestPulseQuestions,
  pulseAnonymity,
  pulseQuestionsOf,
  pulseWaveBroken,
} from '@headway/domain';
import { Button, DateInput, type DateParts, Details, GovLink, noDateParts } from '@headway/govuk';
import { Flash } from '../../platform/flash';
import { Submission } from '../../platform/forms/submission';
import { newKey } from '../../platform/headers';
import { Page } from '../../platform/page';
import { Today } from '../../platform/today';
import { readTypedDate } from '../../platform/typed-date';
import { PulseClient } from '../pulse.client';
import { waveWords } from '../pulse-words';

const names = { opensOn: 'The date the wave opens', closesOn: 'The date the wave closes' } as const;
type Field = keyof typeof names;

/** Two dates: everything else is the same for every wave, so that waves can be compared. */
@Component({
  selector: 'hw-new-wave-page',
  imports: [Button, DateInput, Details, FormField, GovLink, Page],
  templateUrl: './new-wave-page.html',
})
export class NewWavePage {
  private readonly client = inject(PulseClient);
  private readonly router = inject(Router);
  private readonly flash = inject(Flash);
  protected readonly anonymity = pulseAnonymity;
  protected readonly today = inject(Today).date;
  protected readonly version = latestPulseQuestions;
  protected readonly questions = [
    { id: 'grade', text: gradeQuestion, options: grades.map((grade) => gradeLabels[grade]) },
    ...pulseQuestionsOf(latestPulseQuestions).map(({ id, text, options }) => ({
      ...{ id, text },
      options: options.map(({ label }) => label),
    })),
  ];
  /** Waves share no day; until the others are read only the server can say so. */
  private readonly others = signal<readonly PulseWave[]>([]);
  private readonly key = newKey();

  private readonly model = signal<Record<Field, DateParts>>({ opensOn: noDateParts, closesOn: noDateParts });
  protected readonly form = form(this.model, (path) => {
    validate(path.opensOn, () => this.wrong('opensOn'));
    validate(path.closesOn, () => this.wrong('closesOn'));
  });
  protected readonly submission = new Submission(this.form);

  constructor() {
    this.client.waves().subscribe({ next: (waves) => this.others.set(waves), error: () => undefined });
  }

  protected save(event: Event): void {
    event.preventDefault();
    if (!this.submission.start()) return;
    this.client.open(this.typed() as NewPulseWave, this.key).subscribe({
      next: (wave) => {
        this.submission.done();
        this.flash.success(`The wave of ${waveWords(wave)} is planned. Send each organisation its link.`);
        void this.router.navigate(['/pulse/waves', wave.id]);
      },
      error: (problem: Problem) => this.submission.failed(problem),
    });
  }

  private typed() {
    const read = (field: Field) => readTypedDate(this.model()[field], names[field]);
    return { opensOn: read('opensOn'), closesOn: read('closesOn') };
  }

  private wrong(field: Field) {
    const typed = this.typed();
    const date = typed[field];
    if (date === null) return { kind: 'missing', message: `Enter ${names[field].replace('The', 'the')}` };
    if (typeof date !== 'string') return { kind: 'date', message: date.message };
    const { opensOn, closesOn } = typed;
    if (typeof opensOn !== 'string' || typeof closesOn !== 'string') return null;
    const broken = pulseWaveBroken({ opensOn, closesOn }, this.others(), this.today());
    return broken?.field === field ? { kind: broken.code, message: broken.message } : null;
  }
}
