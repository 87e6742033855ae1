using Bot.Cards;
using Bot.Knowledge;
using Bot.Knowledge.Articles;

namespace Bot.Features.Editing;

/// <summary>Draws an article as people would read it. Drawing answers is another feature.</summary>
public delegate AdaptiveCard DrawArticle(Article article, KnowledgeSnapshot snapshot, DateOnly today);
