import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { FallingConfidence, SignalsFeedQuery } from '@headway/contract';
import {
  type FoundSignal,
  daysAfter,
  fallingConfidenceLabel,
  fallingConfidenceSentence,
  londonDate,
  signalLabels,
  signalSentence,
  signals,
} from '@headway/domain';
import { DataSource } from 'typeorm';
import { type Caller, scopeParameter } from '../platform/caller.js';
import { Config } from '../platform/config.js';
import { parameters } from '../platform/sql.js';
import { matchingServices, pastOf } from '../services/matching.js';
import { fromKept, keptForSignals, signalsFound } from '../services/signals.js';
import { type Said, fallingConfidence, saidConfidence } from './confidence.js';

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
    return atomOf(this.config.publicUrl, addressOf(query), today, [
      ...entries.map(serviceEntry),
      ...(await this.falling(caller, query, today)),
    ]);
  }

  /** Organisations whose confidence fell lately, where the feed is not of some services only. */
  private async falling(caller: Caller, query: SignalsFeedQuery, today: string): Promise<Entry[]> {
    if (Object.keys(query).some((name) => name !== 'organisation')) return [];
    const { values, bind } = parameters();
    const past = pastOf({ on: today }, bind);
    const scope = scopeParameter(caller, 'readPortfolio');
    const [{ said }]: [{ said: Said[] }] = await this.database.query(
      `SELECT ${saidConfidence(past, query.organisation, scope, bind)} AS said`,
      values,
    );
    const since = daysAfter(today, -daysBack);
    return fallingConfidence(said)
      .filter(({ now }) => now.submittedOn > since)
      .map(organisationEntry);
  }
}

/** What a feed tells of: an entry is the same one as long as what caused it is. */
export interface Entry {
  /** What makes it the same one. */
  readonly cause: readonly (string | null)[];
  readonly on: string;
  readonly title: string;
  readonly author: string;
  readonly category: readonly [term: string, label: string];
  readonly path: string;
  readonly summary: string;
}

/** Of a service: its signal, and the day of the cause. */
export function serviceEntry({ id, reference, name, organisation, found }: NewSignal): Entry {
  const { signal, began } = found;
  return {
    cause: [id, signal, found.signal === 'slipped' ? found.target : '', causedOn(found)],
    on: began,
    title: `${signalLabels[signal]}: ${name}`,
    author: organisation,
    category: [signal, signalLabels[signal]],
    path: `/services/${encodeURIComponent(reference)}`,
    summary: signalSentence(found),
  };
}

/** Of an organisation: the return that says less than the one before it. */
export function organisationEntry({ organisation, before, now }: FallingConfidence): Entry {
  return {
    cause: [organisation.slug, 'confidence_falling', now.quarter, now.confidence],
    on: now.submittedOn,
    title: `${fallingConfidenceLabel}: ${organisation.name}`,
    author: organisation.name,
    category: ['confidence_falling', fallingConfidenceLabel],
    path: `/departments/${encodeURIComponent(organisation.slug)}`,
    summary: fallingConfidenceSentence(before, now),
  };
}

/** RFC 4287; the newest first. */
export function atomOf(publicUrl: string, address: string, today: string, entries: readonly Entry[]): string {
  const self = xml(`${publicUrl}${address}`);
  const newest = entries.toSorted((a, b) => (a.on > b.on ? -1 : a.on < b.on ? 1 : 0));
  const each = newest.map(
    ({ cause, on, title, author, category: [term, label], path, summary }) => `<entry>
  <id>${idOf(cause)}</id>
  <title>${xml(title)}</title>
  <updated>${instantOf(on)}</updated>
  <author><name>${xml(author)}</name></author>
  <category term="${term}" label="${xml(label)}"/>
  <link rel="alternate" type="text/html" href="${xml(`${publicUrl}${path}`)}"/>
  <summary>${xml(summary)}</summary>
</entry>
`,
  );
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en-GB">
<id>${self}</id>
<title>New signals in Headway</title>
<updated>${instantOf(newest[0]?.on ?? today)}</updated>
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

function idOf(cause: Entry['cause']): string {
  const hash = createHash('sha256').update(cause.join(' '));
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
