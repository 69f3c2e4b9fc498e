import { Location } from '@angular/common';
import { Component, computed, effect, inject, input, linkedSignal, signal, untracked } from '@angular/core';
import { Router } from '@angular/router';
import type { PulseSurveyOfLink } from '@headway/contract';
import { type Problem, pulseAnswersBroken } from '@headway/domain';
import type { SummaryError } from '@headway/govuk';
import { newKey } from '../../platform/headers';
import { Page } from '../../platform/page';
import { type Answers, type AskedId, askedIn, toSend, wrongWith } from './answers';
import { KeptAnswers } from './kept-answers';
import { type Step, pathOf, stepBeside, stepFrom } from './steps';
import { SurveyCheck } from './survey-check';
import { SurveyClient } from './survey.client';
import { SurveyQuestion } from './survey-question';
import { SurveyStanding } from './survey-standing';
import { SurveyStart, startHeading } from './survey-start';

/** One question after another, by a link that all of an organisation share; nothing leaves the browser before the end. */
@Component({
  selector: 'hw-survey-page',
  imports: [Page, SurveyCheck, SurveyQuestion, SurveyStanding, SurveyStart],
  templateUrl: './survey-page.html',
})
export class SurveyPage {
  private readonly client = inject(SurveyClient);
  private readonly kept = inject(KeptAnswers);
  private readonly router = inject(Router);
  private readonly location = inject(Location);
  readonly link = input.required<string>();
  readonly step = input<Step, string | undefined>('start', { transform: stepFrom });
  /** Set on the way back to the check from one of its change links. */
  readonly change = input<string>();

  /** What they sent is marked on this entry of the tab's history: kept over a reload, and in no storage. */
  protected readonly done = computed(
    () => this.step() === 'done' && (this.location.getState() as { sent?: boolean } | null)?.sent === true,
  );
  protected readonly survey = signal<PulseSurveyOfLink | null>(null);
  protected readonly problem = signal<Problem | null>(null);
  protected readonly sending = signal(false);
  private readonly begun = linkedSignal(() => this.kept.read(this.link()));
  protected readonly answers = computed(() => this.begun().answers);
  protected readonly asked = computed(() => {
    const survey = this.survey();
    return survey ? askedIn(survey.questionsVersion) : [];
  });
  protected readonly question = computed(() => this.asked().find(({ id }) => id === this.step()));
  /** What is wrong with the answer on the page; said on submit, and forgotten on the next page. */
  protected readonly wrong = linkedSignal<Step, string | null>({
    source: this.step,
    computation: () => null,
  });
  private readonly refused = linkedSignal<Step, string | null>({
    source: this.step,
    computation: () => null,
  });

  protected readonly errors = computed((): readonly SummaryError[] => {
    const [wrong, refused] = [this.wrong(), this.refused()];
    return [
      ...(wrong ? [{ text: wrong, href: `#${this.step()}` }] : []),
      ...(refused ? [{ text: refused }] : []),
    ];
  });
  protected readonly title = computed(() => {
    const survey = this.survey();
    if (!survey) return startHeading;
    if (this.done()) return 'Thank you';
    if (survey.state !== 'open')
      return survey.state === 'planned' ? 'This survey is not open yet' : 'This survey has closed';
    if (this.step() === 'check') return 'Check your answers';
    return this.question()?.text ?? startHeading;
  });
  protected readonly back = computed(() => {
    if (this.survey()?.state !== 'open' || this.done()) return undefined;
    if (this.change()) return this.address('check');
    const before = stepBeside(this.asked(), this.step(), -1);
    return before ? this.address(before) : undefined;
  });
  protected readonly changeAddress = (id: AskedId) => `${this.address(id)}?change=1`;

  constructor() {
    effect(() => {
      this.link();
      untracked(() => this.load());
    });
    effect(() => {
      const survey = this.survey();
      const known = this.step() === 'start' || this.done() || this.question();
      // The check of nothing, the end of nothing sent, or a question that is not asked: where the survey begins.
      const nothing = this.step() === 'check' && Object.keys(this.answers()).length === 0;
      if (survey?.state === 'open' && (nothing || (!known && this.step() !== 'check')))
        untracked(() => void this.router.navigateByUrl(this.address('start'), { replaceUrl: true }));
    });
  }

  protected load(): void {
    this.client.read(this.link()).subscribe({
      next: (survey) => {
        this.problem.set(null);
        this.survey.set(survey);
        // What can no longer be sent need not stay.
        if (survey.state === 'closed') this.kept.forget(this.link());
      },
      error: (problem: Problem) => this.problem.set(problem),
    });
  }

  protected choose(chosen: readonly string[]): void {
    const { [this.question()!.id]: _, ...others } = this.answers();
    this.answer(chosen.length > 0 ? { ...others, [this.question()!.id]: chosen } : others);
  }

  protected skip(): void {
    this.choose([]);
    this.goOn();
  }

  protected go(): void {
    this.wrong.set(wrongWith(this.question()!, this.answers(), this.survey()!.questionsVersion));
    if (!this.wrong()) this.goOn();
  }

  protected send(): void {
    const { answers, key } = this.begun();
    const { grade, ...given } = answers;
    if (!grade) return void this.router.navigateByUrl(this.changeAddress('grade'));
    const version = this.survey()!.questionsVersion;
    const broken = pulseAnswersBroken({ answers: given }, version);
    this.refused.set(broken?.message ?? null);
    if (broken || this.sending()) return;
    this.sending.set(true);
    this.client.send(this.link(), toSend(answers), key).subscribe({
      next: () => this.sent(),
      error: (problem: Problem) => {
        this.sending.set(false);
        this.refused.set(refusalWords(problem));
        // It may have closed meanwhile, and then says so itself.
        if (problem.code === 'wrong_state') this.load();
      },
    });
  }

  protected address(step: Step): string {
    return `/pulse/survey/${encodeURIComponent(this.link())}/${pathOf(step)}`;
  }

  private sent(): void {
    this.kept.forget(this.link());
    this.begun.set({ answers: {}, key: newKey() });
    this.sending.set(false);
    void this.router.navigateByUrl(this.address('done'), { replaceUrl: true, state: { sent: true } });
  }

  private answer(answers: Answers): void {
    const kept = { ...this.begun(), answers };
    this.begun.set(kept);
    this.kept.keep(this.link(), kept);
  }

  private goOn(): void {
    const next = this.change() ? 'check' : stepBeside(this.asked(), this.step(), 1)!;
    void this.router.navigateByUrl(this.address(next));
  }
}

function refusalWords({ code, detail, title, errors }: Problem): string {
  const kept = 'Your answers are still here';
  if (code === 'unavailable')
    return `Headway did not answer, so your answers may or may not have been saved. ${kept}: send them again, and they count once`;
  if (code === 'too_many_requests')
    return `Many people are answering just now. ${kept}: wait a minute, then send them again`;
  if (code === 'request_in_flight') return 'Your answers are on their way. Wait a moment, then try again';
  return `Your answers were not taken: ${errors?.[0]?.message ?? detail ?? title}`;
}
