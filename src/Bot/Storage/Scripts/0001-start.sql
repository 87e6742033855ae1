create table last_turn (
  conversation_id text not null,
  user_id text not null,
  json text not null,
  at bigint not null,
  primary key (conversation_id, user_id)
);
create index last_turn_at on last_turn (at);

create table welcome (
  conversation_id text not null primary key,
  at bigint not null
);

-- person is a salted hash that differs for every answer: one vote each can be kept, a person cannot be followed.
create table feedback (
  answer_id text not null,
  person text not null,
  article_id text not null,
  helpful boolean not null,
  at bigint not null,
  primary key (answer_id, person)
);
create index feedback_article on feedback (article_id);

create table salt (
  name text not null primary key,
  value text not null
);

-- No column here may say who asked.
create table question (
  id text not null primary key,
  text text not null,
  outcome text not null,
  article_id text,
  score double precision,
  conversation_kind text not null,
  at bigint not null
);
create index question_at on question (at);

create table question_count (
  day text not null,
  outcome text not null,
  asked bigint not null,
  primary key (day, outcome)
);
