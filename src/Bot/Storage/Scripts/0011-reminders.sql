-- person is a keyed hash, as in walk. A row goes when its message is handed to the outbox.
create table reminder (
  id text not null primary key,
  person text not null,
  trust text not null,
  conversation_id text not null,
  meeting text not null,
  due bigint not null,
  at bigint not null
);
create index reminder_due on reminder (due);
create index reminder_person on reminder (person);
