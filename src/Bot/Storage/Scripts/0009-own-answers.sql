-- person is a key of PersonKeys; answer names an article, or what was asked of the records. No word that was typed is here.
create table recent_answer (
  person text not null,
  answer text not null,
  at bigint not null,
  primary key (person, answer)
);
create index recent_answer_at on recent_answer (at);

create table favourite_answer (
  person text not null,
  answer text not null,
  at bigint not null,
  primary key (person, answer)
);
