/** Who holds a role that a return can wait for, over which organisations: those below count too. */
export const holders = `SELECT DISTINCT g.role, under AS organisation_id, p.id, p.email
  FROM role_grant g JOIN person p ON p.id = g.person_id, organisations_under(g.organisation_id) under
  WHERE g.role IN ('digital_lead', 'approver')`;
