import { Injectable } from '@nestjs/common';
import { type AuditEntry, type AuditHead, type AuditList, type AuditQuery } from '@headway/contract';
import { allGovernment } from '@headway/domain';
import { DataSource } from 'typeorm';
import { type Caller, scopeParameter } from '../platform/caller.js';
import { type Bind, containing, instant, membersOf, parameters } from '../platform/sql.js';

const noOrganisation = '00000000-0000-0000-0000-000000000000';
const organisation = `CASE WHEN o.id IS NOT NULL THEN
  json_build_object('slug', o.slug, 'name', o.name, 'abbreviation', o.abbreviation) END AS organisation`;

type Head = AuditHead & { chain: string };

@Injectable()
export class AuditService {
  constructor(private readonly database: DataSource) {}

  /** A page of the audit trail, newest first, and how far the chains asked for have come. */
  async list(caller: Caller, query: AuditQuery): Promise<AuditList> {
    const scope = scopeParameter(caller, 'readAudit');
    const heads = await this.heads(scope, query.organisation);
    const chains = scope || query.organisation ? heads.map(({ chain }) => chain) : null;
    const [items, total] = await Promise.all([this.page(query, chains), this.total(query, chains, heads)]);
    const shown = query.organisation ? heads.map(({ chain: _, ...head }) => head) : [];
    return { items, page: query.page, pageSize: query.pageSize, total, heads: shown };
  }

  /** Of the chains that may be seen and are asked for. */
  private heads(scope: readonly string[] | null, slugs: AuditQuery['organisation']): Promise<Head[]> {
    const { values, bind } = parameters();
    const where = ['true'];
    if (scope) where.push(`h.chain IN ${membersOf(bind(scope), 'uuid')}`);
    if (slugs) where.push(`coalesce(o.slug, '${allGovernment}') IN ${membersOf(bind(slugs), 'text')}`);
    return this.database.query(
      `SELECT h.chain, h.position, encode(h.hash, 'hex') AS hash, ${organisation}
       FROM audit_head h LEFT JOIN organisation o ON o.id = h.chain
       WHERE (o.id IS NOT NULL OR h.chain = '${noOrganisation}') AND ${where.join(' AND ')} ORDER BY o.name`,
      values,
    );
  }

  private page(query: AuditQuery, chains: readonly string[] | null): Promise<AuditEntry[]> {
    const { values, bind } = parameters();
    const where = [...inChains(chains, bind), ...matching(query, bind)].join(' AND ') || 'true';
    return this.database.query(
      `WITH shown AS MATERIALIZED (
         SELECT * FROM audit_entry e WHERE ${where} ORDER BY e.at DESC, e.id DESC
         LIMIT ${bind(query.pageSize)} OFFSET ${bind((query.page - 1) * query.pageSize)}
       )
       SELECT e.id, ${instant('e.at')} AS at, json_build_object('name', p.name, 'email', p.email) AS person,
         ${organisation}, e.action, e.subject, e.detail, e.position, encode(e.hash, 'hex') AS hash
       FROM shown e JOIN person p ON p.id = e.person_id LEFT JOIN organisation o ON o.id = e.organisation_id
       ORDER BY e.at DESC, e.id DESC`,
      values,
    );
  }

  /** Whole chains are as long as their heads say; else they are counted. */
  private async total(
    query: AuditQuery,
    chains: readonly string[] | null,
    heads: readonly Head[],
  ): Promise<number> {
    const { values, bind } = parameters();
    const narrowed = matching(query, bind);
    if (narrowed.length === 0) return heads.reduce((sum, { position }) => sum + position, 0);
    const where = [...inChains(chains, bind), ...narrowed].join(' AND ');
    const [{ total }] = await this.database.query(
      `SELECT count(*) AS total FROM audit_entry e WHERE ${where}`,
      values,
    );
    return total as number;
  }
}

function inChains(chains: readonly string[] | null, bind: Bind): string[] {
  if (chains === null) return [];
  // By one value the index gives the newest without sorting.
  if (chains.length === 1) return [`e.chain = ${bind(chains[0]!)}::uuid`];
  return [`e.chain IN ${membersOf(bind(chains), 'uuid')}`];
}

/** What narrows the entries beside their chain. */
function matching({ person, action, subject, from, to }: AuditQuery, bind: Bind): string[] {
  const words = (person ?? '').split(/\s+/).filter(Boolean).slice(0, 10);
  const named = words.map((word) => `concat(name, ' ', email) ILIKE ${bind(containing(word))}`);
  // As an array, so that the index gives the entries of few people, and of nobody none, without a search.
  const where = named.length
    ? [`e.person_id = ANY (ARRAY(SELECT id FROM person WHERE ${named.join(' AND ')}))`]
    : [];
  if (action) where.push(`e.action IN ${membersOf(bind(action), 'text')}`);
  if (subject) where.push(`lower(e.subject) = lower(${bind(subject)})`);
  if (from) where.push(`e.at >= ${bind(from)}::date::timestamp AT TIME ZONE 'Europe/London'`);
  if (to) where.push(`e.at < (${bind(to)}::date + 1)::timestamp AT TIME ZONE 'Europe/London'`);
  return where;
}
