import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether Headway writes the words of a return, afresh until it is submitted; else somebody wrote them. */
export class DraftedWords1764840100000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE quarter_return ADD summary_drafted boolean NOT NULL DEFAULT false');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE quarter_return DROP summary_drafted');
  }
}
