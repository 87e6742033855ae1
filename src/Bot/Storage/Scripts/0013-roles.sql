-- How people with a role in the knowledge base can be written to first; which role they have is looked up each time.
create table role_holder (
  object_id text not null primary key,
  user_id text not null,
  conversation_id text not null,
  at bigint not null
);
create index role_holder_user on role_holder (user_id);
