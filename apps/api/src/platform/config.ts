import * as z from 'zod';

const switchSchema = z.enum(['on', 'off']).transform((text) => text === 'on');

/** Rules between variables are looked at even where one of them is wrong already, so that all are named. */
const always = () => true;

const environment = z
  .object({
    PORT: z.coerce.number().int().min(1).max(65535).default(3000),
    HOST: z.string().default('localhost'),
    TRUSTED_PROXIES: z.string().optional(),
    PUBLIC_URL: z.url({ protocol: /^https?$/ }).optional(),
    DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, 'must start with postgres://'),
    HEADWAY_DEMO: switchSchema.default(false),
    OIDC_ISSUER: z.url().optional(),
    OIDC_CLIENT_ID: z.string().optional(),
    OIDC_CLIENT_SECRET: z.string().optional(),
    LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  })
  .refine((env) => env.HEADWAY_DEMO || env.OIDC_ISSUER, {
    path: ['OIDC_ISSUER'],
    when: always,
    error: 'is needed to sign people in, unless HEADWAY_DEMO=on',
  })
  .refine((env) => !env.OIDC_ISSUER || (env.OIDC_CLIENT_ID && env.OIDC_CLIENT_SECRET), {
    path: ['OIDC_CLIENT_ID'],
    when: always,
    error: 'and OIDC_CLIENT_SECRET go with OIDC_ISSUER',
  });

/** Everything the environment decides, read once at start. */
export class Config {
  readonly port: number;
  readonly host: string;
  /** Addresses or networks of what forwards requests, whose word counts on who sent them. */
  readonly trustedProxies: readonly string[];
  readonly publicUrl: string;
  readonly databaseUrl: string;
  readonly demonstration: boolean;
  readonly issuer: { url: string; clientId: string; clientSecret: string } | null;
  readonly logLevel: string;

  /** @throws Error that names every variable that is wrong. */
  constructor(env: NodeJS.ProcessEnv) {
    const read = environment.safeParse(env);
    if (!read.success)
      throw new Error(
        read.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; '),
      );
    const { data } = read;
    this.port = data.PORT;
    this.host = data.HOST;
    this.trustedProxies = (data.TRUSTED_PROXIES ?? '').split(',').flatMap((one) => one.trim() || []);
    this.publicUrl = (data.PUBLIC_URL ?? `http://localhost:${data.PORT}`).replace(/\/+$/, '');
    this.databaseUrl = data.DATABASE_URL;
    this.demonstration = data.HEADWAY_DEMO;
    this.issuer = data.OIDC_ISSUER
      ? { url: data.OIDC_ISSUER, clientId: data.OIDC_CLIENT_ID!, clientSecret: data.OIDC_CLIENT_SECRET! }
      : null;
    this.logLevel = data.LOG_LEVEL;
  }

  /** Whether browsers reach Headway over https, so that cookies can be kept to it. */
  get secure(): boolean {
    return this.publicUrl.startsWith('https:');
  }
}
