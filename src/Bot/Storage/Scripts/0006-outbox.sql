-- state: waiting, sending, sent or dead. body goes once it is sent, or once it cannot be sent to anyone.
create table outbox (
  id text not null primary key,
  message_key text not null unique,
  kind text not null,
  conversation_id text not null,
  reference_id text not null,
  body text,
  due bigint not null,
  too_late bigint not null,
  state text not null,
  attempts bigint not null,
  doubled bigint not null,
  owner text,
  held_until bigint,
  activity_id text,
  reason text,
  at bigint not null
);
create index outbox_due on outbox (state, due);
create index outbox_conversation on outbox (reference_id);

create table counter (
  name text not null primary key,
  value bigint not null
);
