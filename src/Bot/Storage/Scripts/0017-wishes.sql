-- A question that somebody wants to be told about. person is a keyed hash, as in walk. held_against says which release it was last asked of.
-- A row goes when its answer is handed to the outbox, with retention, or when the person says so.
create table wish (
  id text not null primary key,
  person text not null,
  conversation_id text not null,
  question text not null,
  held_against text not null,
  at bigint not null
);
create index wish_at on wish (at);
