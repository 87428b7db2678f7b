import type pg from 'pg';

/** Deletes, as the owner, what the log has had for longer than so many days, and remembers up to where. */
export async function prune(owner: pg.Client, days: number): Promise<void> {
  await owner.query(
    `with gone as (
       delete from event
       where position <= (select max(position) from event where received_at < now() - make_interval(secs => $1))
       returning position
     )
     update event_retention set pruned_through = (select max(position) from gone) where exists (select from gone)`,
    [days * 86_400],
  );
}
