-- Who is at a turn of a conversation; chat is a digest of its id. Only where several processes share the database.
create table conversation_turn (
  chat text not null primary key,
  holder text not null,
  key text not null,
  held_until bigint not null,
  at bigint not null
);
create index conversation_turn_at on conversation_turn (at);

-- Turns that found another at work, in the order in which they were sent.
create table waiting_turn (
  key text not null primary key,
  chat text not null,
  sent_at bigint not null,
  alive_until bigint not null
);
create index waiting_turn_chat on waiting_turn (chat);
