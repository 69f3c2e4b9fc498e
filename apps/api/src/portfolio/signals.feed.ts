import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { SignalsFeedQuery } from '@headway/contract';
import { type FoundSignal, londonDate, signalLabels, signalSentence, signals } from '@headway/domain';
import { DataSource } from 'typeorm';
import { type Caller, scopeParameter } from '../platform/caller.js';
import { Config } from '../platform/config.js';
import { parameters } from '../platform/sql.js';
import { matchingServices } from '../services/matching.js';
import { fromKept, keptForSignals, signalsFound } from '../services/signals.js';

const daysBack = 90;
const mostEntries = 1_000;

/** A signal that began lately, and where. */
export interface NewSignal {
  readonly id: string;
  readonly reference: string;
  readonly name: string;
  readonly organisation: string;
  readonly found: FoundSignal & { readonly began: string };
}

/** What has begun to ask for a look, for whoever would rather be told than come and see. */
@Injectable()
export class SignalsFeed {
  constructor(
    private readonly database: DataSource,
    private readonly config: Config,
  ) {}

  /** The signals that hold today and began in the last days, the newest first. */
  async atom(caller: Caller, query: SignalsFeedQuery): Promise<string> {
    const { signal: wanted = [...signals], ...filters } = query;
    const { values, bind } = parameters();
    const today = londonDate(new Date());
    const scope = scopeParameter(caller, 'readPortfolio');
    const matching = { filters: { ...filters, signal: wanted }, scope, view: { on: today } };
    const { from, where, past } = matchingServices(matching, bind);
    const after = `${past.on} - ${daysBack}`;
    const entries: NewSignal[] = await this.database.query(
      `WITH matched AS MATERIALIZED (SELECT ${keptForSignals} FROM ${from} WHERE ${where})
       SELECT s.id, s.reference, s.name, o.name AS organisation, g.found
       FROM ${fromKept('matched')} CROSS JOIN LATERAL (${signalsFound(past, { wanted, after })}) g
       JOIN organisations_on(${past.on}, ${past.known}) o ON o.id = s.organisation_id
       ORDER BY g.began DESC, lower(s.name), s.id, g.n, g.place LIMIT ${mostEntries}`,
      values,
    );
    return atomOf(this.config.publicUrl, addressOf(query), today, entries);
  }
}

/** RFC 4287. An entry is the same one as long as what caused it is: service, signal and the day of the cause. */
export function atomOf(
  publicUrl: string,
  address: string,
  today: string,
  entries: readonly NewSignal[],
): string {
  const self = xml(`${publicUrl}${address}`);
  const each = entries.map(({ id, reference, name, organisation, found }) => {
    const link = `${publicUrl}/services/${encodeURIComponent(reference)}`;
    return `<entry>
  <id>${idOf(id, found)}</id>
  <title>${xml(`${signalLabels[found.signal]}: ${name}`)}</title>
  <updated>${instantOf(found.began)}</updated>
  <author><name>${xml(organisation)}</name></author>
  <category term="${found.signal}" label="${xml(signalLabels[found.signal])}"/>
  <link rel="alternate" type="text/html" href="${xml(link)}"/>
  <summary>${xml(signalSentence(found))}</summary>
</entry>
`;
  });
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
<id>${self}</id>
<title>New signals in Headway</title>
<updated>${instantOf(entries[0]?.found.began ?? today)}</updated>
<author><name>Headway</name></author>
<link rel="self" type="application/atom+xml" href="${self}"/>
${each.join('')}</feed>
`;
}

/** Where a feed is that is narrowed so. */
function addressOf(query: SignalsFeedQuery): string {
  const all = Object.entries(query).flatMap(([name, value]) => [value].flat().map((one) => [name, one]));
  const search = new URLSearchParams(all as [string, string][]);
  return `/api/portfolio/signals.atom${search.size > 0 ? `?${search}` : ''}`;
}

/** The day of the cause, before that on which it was enough. */
function causedOn(found: NewSignal['found']): string | null {
  if (found.signal === 'stalled') return found.since;
  return found.signal === 'no_data' ? found.last : found.began;
}

function idOf(service: string, found: NewSignal['found']): string {
  const target = found.signal === 'slipped' ? found.target : '';
  const hash = createHash('sha256').update([service, found.signal, target, causedOn(found)].join(' '));
  const hex = hash.digest('hex');
  // A UUID of version 8 (RFC 9562): made of a hash.
  return `urn:uuid:${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

function instantOf(day: string): string {
  return `${day}T00:00:00Z`;
}

const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text as XML holds it, without the characters that it cannot hold at all. */
function xml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replace(/[&<>"]/g, (one) => named[one]!);
}
