-- Which messages of ours answered which message, so that an edit or a reaction finds them. No text and no person; kept for a day.
create table given_answer (
  conversation_id text not null,
  question_id text not null,
  position bigint not null,
  answer_id text not null,
  subject text not null,
  vote text not null,
  at bigint not null,
  primary key (conversation_id, question_id, position)
);

-- What people wrote beside a vote. No column here may say who.
create table feedback_words (
  id text not null primary key,
  article_id text not null,
  helpful boolean not null,
  words text not null,
  at bigint not null
);
create index feedback_words_at on feedback_words (at);

alter table last_turn add column message_id text;
