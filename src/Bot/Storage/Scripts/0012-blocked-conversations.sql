-- key is a digest of a conversation's id, so a row does not say whose it was.
create table blocked_conversation (
  key text not null primary key,
  reason text not null,
  at bigint not null
);
