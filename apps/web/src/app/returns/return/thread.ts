import { Component, computed, inject, input, output, signal } from '@angular/core';
import { FormField, form, validateStandardSchema } from '@angular/forms/signals';
import { NewReturnMessage, type ReturnMessage, type Service } from '@headway/contract';
import type { Problem } from '@headway/domain';
import { Button, Select, Textarea } from '@headway/govuk';
import * as z from 'zod';
import { Announcer } from '../../platform/announcer';
import { Submission } from '../../platform/forms/submission';
import { type Attempt, attemptAt } from '../kept';
import { keptWords } from './kept-words';
import { Messages } from './messages';
import type { At } from './return.actions';
import { ReturnClient } from './return.client';
import { serviceChoices } from './service-choices';

const blank = { about: '', message: '' };
const schema = z.object({ about: z.string(), message: NewReturnMessage.shape.text });

/** Questions and answers between the department, its approver and oversight; what is typed is kept until it is sent. */
@Component({
  selector: 'hw-thread',
  imports: [Button, FormField, Messages, Select, Textarea],
  template: `
    <h2 class="govuk-heading-m" id="thread">Questions and answers</h2>
    @if (messages().length) {
      <hw-messages [messages]="messages()" />
    } @else {
      <p class="govuk-body">Nothing has been asked or answered yet.</p>
    }
    @if (maySay()) {
      <form novalidate (submit)="send($event)">
        <gov-textarea
          id="message"
          label="Ask or answer"
          labelClasses="govuk-label--s"
          hint="Everybody who can see this return, or the service it is about, can read it"
          [rows]="3"
          [error]="submission.error('message')"
          [formField]="form.message"
        />
        @if (choices().length > 1) {
          <gov-select
            id="about"
            label="Which service is it about? (optional)"
            classes="hw-select"
            [items]="choices()"
            [error]="submission.error('about')"
            [formField]="form.about"
          />
        }
        <button gov-button variant="secondary" [attr.aria-disabled]="submission.sending()">
          Send message
        </button>
      </form>
    }
  `,
})
export class Thread {
  private readonly client = inject(ReturnClient);
  private readonly announcer = inject(Announcer);
  readonly at = input.required<At>();
  readonly messages = input.required<readonly ReturnMessage[]>();
  readonly services = input<readonly Service[]>([]);
  readonly maySay = input(false);
  readonly said = output<ReturnMessage>();

  private readonly typed = signal(blank);
  protected readonly form = form(this.typed, (path) => validateStandardSchema(path, () => schema));
  /** Its errors stand at the top of the page too. */
  readonly submission = new Submission(this.form);
  protected readonly choices = computed(() => serviceChoices(this.services(), 'None: the return as a whole'));
  private readonly kept = keptWords('message', this.at, this.typed, blank);
  private attempt: Attempt | null = null;

  protected send(event: Event): void {
    event.preventDefault();
    if (!this.submission.start()) return;
    const { about, message } = this.typed();
    const said = { service: about || null, text: message };
    this.attempt = attemptAt({ ...said, at: this.at() }, this.attempt);
    this.client.say(this.at(), said, this.attempt.key).subscribe({
      next: (sent) => {
        this.submission.done();
        const { about, message: now } = this.typed();
        const left = now.replace(message, '').trimStart();
        this.kept.leave(left ? { about, message: left } : null);
        this.announcer.say('Message sent');
        this.said.emit(sent);
      },
      error: (problem: Problem) => this.submission.failed(inForm(problem)),
    });
  }
}

const names: Readonly<Record<string, string>> = { '/text': '/message', '/service': '/about' };

/** The server speaks of the fields as the contract names them. */
function inForm(problem: Problem): Problem {
  const errors = problem.errors?.map((error) => ({
    ...error,
    pointer: names[error.pointer] ?? error.pointer,
  }));
  return errors ? { ...problem, errors } : problem;
}
