import { roles } from '@headway/domain';
import * as z from 'zod';
import { OrganisationName } from './organisations.js';
import { line } from './text.js';

export const Session = z.object({
  person: z.object({ id: z.uuid(), name: z.string(), email: z.string() }),
  grants: z.array(
    z.object({
      role: z.enum(roles),
      organisation: OrganisationName.nullable().describe('null where over all of government'),
      organisations: z
        .union([z.literal('all'), z.array(z.uuid())])
        .describe('ids of the organisations it counts for, those below included'),
    }),
  ),
  demonstration: z.boolean().describe('whether the data here is invented'),
});
export type Session = z.infer<typeof Session>;

export const AttemptKey = z
  .string()
  .regex(/^[\x21-\x7e]{1,255}$/, 'An Idempotency-Key has 1 to 255 visible characters');

/** What came of the caller's change by an Idempotency-Key. */
export const Attempt = z.object({ saved: z.boolean() });
export type Attempt = z.infer<typeof Attempt>;

export const NewToken = z.strictObject({
  name: line('Name', 100, 'Enter a name for the token'),
  write: z.boolean().default(false),
});
export type NewToken = z.infer<typeof NewToken>;

export const Token = z.object({
  id: z.uuid(),
  name: z.string(),
  write: z.boolean(),
  createdAt: z.string(),
  lastUsedAt: z.string().nullable(),
});
export type Token = z.infer<typeof Token>;

export const TokenList = z.object({ items: z.array(Token) });

/** The only answer that ever holds the token itself. */
export const CreatedToken = Token.extend({ token: z.string() });
export type CreatedToken = z.infer<typeof CreatedToken>;

/** Where the browser goes after signing out: the identity provider's own sign-out where it has one. */
export const SignedOut = z.object({ next: z.string() });
