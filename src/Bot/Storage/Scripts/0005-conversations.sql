-- What is needed to write first, and no more: no name, no directory id. user_id only where the conversation is with one person.
-- person is a keyed hash of it, so that a person's own conversation is found by looking up, never by listing.
create table conversation (
  id text not null primary key,
  channel_id text not null,
  service_url text not null,
  kind text,
  tenant_id text,
  bot_id text,
  user_id text,
  person text,
  team_id text,
  at bigint not null
);
create index conversation_person on conversation (person);
create index conversation_team on conversation (team_id);
