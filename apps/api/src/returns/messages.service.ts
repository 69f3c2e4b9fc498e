import { Injectable } from '@nestjs/common';
import type { NewReturnMessage, ReturnMessage, ReturnMessages, ServiceAnswer } from '@headway/contract';
import { HeadwayProblem } from '@headway/domain';
import { DataSource } from 'typeorm';
import { type Caller, mustBeAllowed } from '../platform/caller.js';
import { Changes } from '../platform/changes.js';
import { seenServices } from '../services/claim.js';
import { seenReturn } from './hold.js';
import { messagesOf, writeMessages } from './message-rows.js';
import { type Place, told } from './returns.service.js';

/** Questions and answers between oversight, approvers and leads. */
@Injectable()
export class MessagesService {
  constructor(
    private readonly database: DataSource,
    private readonly changes: Changes,
  ) {}

  async ofReturn(caller: Caller, { quarter, slug }: Place): Promise<ReturnMessages> {
    const { manager } = this.database;
    return { items: await messagesOf(manager, await seenReturn(manager, caller, quarter, slug)) };
  }

  async ofService(caller: Caller, key: string): Promise<ReturnMessages> {
    const { manager } = this.database;
    const [service] = await seenServices(manager, caller, [key]);
    if (!service) throw new HeadwayProblem('not_found');
    return { items: await messagesOf(manager, { serviceId: service.id }) };
  }

  /**
   * Whoever has the service now answers what was said of it, whosever return that is in.
   * @throws 404 where nothing was said of it there.
   */
  answer(
    caller: Caller,
    key: string,
    { quarter, organisation, text }: ServiceAnswer,
  ): Promise<ReturnMessage> {
    return this.changes.run(caller, async (tx) => {
      const [service] = await seenServices(tx, caller, [key]);
      if (!service) throw new HeadwayProblem('not_found');
      mustBeAllowed(caller, 'discussReturn', service.organisationId);
      const said = (await messagesOf(tx, { serviceId: service.id })).find(
        (one) => one.quarter === quarter && one.organisation.slug === organisation,
      );
      if (!said) throw new HeadwayProblem('not_found');
      const thread = { quarter, organisationId: said.organisation.id };
      const about = { service: service.reference, text };
      const [id] = await writeMessages(tx, caller, thread, 'message', [about]);
      await told(tx, caller, { ...thread, slug: organisation }, 'return.message', about);
      return (await messagesOf(tx, thread)).find((message) => message.id === id)!;
    });
  }

  /** Also of a quarter that is closed: the thread goes on. */
  say(caller: Caller, { quarter, slug }: Place, said: NewReturnMessage): Promise<ReturnMessage> {
    return this.changes.run(caller, async (tx) => {
      const seen = await seenReturn(tx, caller, quarter, slug);
      mustBeAllowed(caller, 'discussReturn', seen.organisationId);
      const [id] = await writeMessages(tx, caller, seen, 'message', [said]);
      await told(tx, caller, seen, 'return.message', said);
      return (await messagesOf(tx, seen)).find((message) => message.id === id)!;
    });
  }
}
