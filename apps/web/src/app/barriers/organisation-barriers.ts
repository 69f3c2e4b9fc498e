import { Component, computed, inject, input } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { catchError, of, switchMap } from 'rxjs';
import { canPerson } from '../platform/session/can-person';
import { BarrierList } from './barrier-list';
import { BarriersClient } from './barriers.client';

/** What holds back a whole organisation. */
@Component({
  selector: 'hw-organisation-barriers',
  imports: [BarrierList],
  template: `
    <hw-barrier-list kind="organisation" [key]="slug()" [mayChange]="mayChange()">
      <p class="govuk-body">
        What holds back the whole organisation. What holds back one service is on its page. You can
        <a class="govuk-link govuk-link--no-visited-state" [attr.href]="download()" download
          >download the barriers of this organisation, its services and those below it (CSV)</a
        >.
      </p>
    </hw-barrier-list>
  `,
})
export class OrganisationBarriers {
  private readonly client = inject(BarriersClient);
  private readonly can = canPerson();
  readonly slug = input.required<string>();
  protected readonly download = computed(
    () => `/api/barriers.csv?${new URLSearchParams({ organisation: this.slug() }).toString()}`,
  );
  /** Until it is known whose it is, nothing can be changed; where that fails, the list says so. */
  private readonly about = toSignal(
    toObservable(this.slug).pipe(
      switchMap((key) =>
        this.client.heldBack({ kind: 'organisation', key }).pipe(catchError(() => of(null))),
      ),
    ),
  );
  protected readonly mayChange = computed(() => {
    const about = this.about();
    return about ? this.can('changeBarrier', about.organisationId) : false;
  });
}
