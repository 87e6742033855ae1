-- What one process answered between two commits, for its next start: keys as in "seen", with spaces between. Only where nobody else asks.
create table seen_together (
  id text not null primary key,
  keys text not null,
  at bigint not null
);
create index seen_together_at on seen_together (at);
