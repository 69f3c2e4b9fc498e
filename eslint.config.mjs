import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import prettier from 'eslint-config-prettier';
import { globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

const only = (...tags) => ({ onlyDependOnLibsWithTags: tags.map((tag) => `type:${tag}`) });

/** Who may import whom, by the `type:` tag of each project. */
const depConstraints = [
  { sourceTag: 'type:web', ...only('govuk', 'charts', 'contract', 'domain') },
  { sourceTag: 'type:api', ...only('workbook', 'charts', 'contract', 'domain') },
  { sourceTag: 'type:e2e', ...only() },
  { sourceTag: 'type:contract', ...only('domain') },
  { sourceTag: 'type:domain', ...only() },
  { sourceTag: 'type:charts', ...only() },
  { sourceTag: 'type:workbook', ...only() },
  { sourceTag: 'type:govuk', ...only() },
];

/** Libraries that no framework may enter. */
const frameworks = ['@angular/*', '@nestjs/*', '@ngrx/*', 'typeorm', 'rxjs', 'rxjs/*', 'fastify'];

/** The name `z` brings every language that Zod speaks into the browser, three times what is used. */
const noWholeZod = {
  selector: "ImportDeclaration[source.value='zod'] ImportSpecifier[imported.name='z']",
  message: "Write import * as z from 'zod'.",
};

export default tseslint.config(
  globalIgnores(['**/dist/', '**/.angular/', '.nx/', '.cache/', '.data/', 'results/', '**/karma.conf.cjs']),
  ...tseslint.configs.recommended.map((config) => ({ ...config, files: ['**/*.ts'] })),
  {
    files: ['**/*.ts'],
    plugins: { '@nx': nx },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', 250],
      eqeqeq: ['error', 'always'],
      'no-console': 'error',
      'no-restricted-syntax': ['error', noWholeZod],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
    },
  },
  {
    files: ['apps/**/*.ts', 'libs/**/*.ts'],
    rules: {
      '@nx/enforce-module-boundaries': [
        'error',
        { allow: [], enforceBuildableLibDependency: false, depConstraints },
      ],
    },
  },
  {
    files: ['libs/{domain,contract,charts,workbook}/**/*.ts', 'apps/api/**/*.ts', 'tools/**/*.ts'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  {
    files: ['libs/{domain,contract,charts,workbook}/**/*.ts'],
    rules: { 'no-restricted-imports': ['error', { patterns: [{ group: frameworks }] }] },
  },
  {
    files: ['apps/api/src/**/*.ts'],
    ignores: ['apps/api/src/platform/demonstration/**'],
    rules: {
      // A version column does not stop save() losing updates; change rows by compare-and-set.
      'no-restricted-syntax': [
        'error',
        noWholeZod,
        { selector: "CallExpression[callee.property.name='save']", message: 'save() loses updates' },
      ],
      // Nest reads constructor parameter types at run time, so they are no type imports.
      '@typescript-eslint/consistent-type-imports': 'off',
    },
  },
  {
    files: ['apps/web/**/*.ts', 'libs/govuk/**/*.ts'],
    extends: [...angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: {
      '@angular-eslint/component-class-suffix': 'off',
      '@angular-eslint/prefer-on-push-component-change-detection': 'off',
      '@angular-eslint/component-selector': 'off',
    },
  },
  {
    files: ['apps/web/**/*.html', 'libs/govuk/**/*.html'],
    extends: [...angular.configs.templateRecommended, ...angular.configs.templateAccessibility],
  },
  prettier,
);
