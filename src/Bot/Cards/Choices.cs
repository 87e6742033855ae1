namespace Bot.Cards;

// The words of the schema's enumerations; an element leaves the field out when nothing is chosen.

public enum Spacing { None, Small, Default, Medium, Large, ExtraLarge, Padding }

public enum TextStyle { Default, Heading }

public enum TextSize { Small, Default, Medium, Large, ExtraLarge }

public enum TextWeight { Lighter, Default, Bolder }

public enum TextColor { Default, Dark, Light, Accent, Good, Warning, Attention }

public enum ContainerStyle { Default, Emphasis, Good, Attention, Warning, Accent }

public enum HorizontalAlignment { Left, Center, Right }

public enum ImageSize { Auto, Stretch, Small, Medium, Large }

public enum ChoiceStyle { Compact, Expanded, Filtered }

public enum ActionStyle { Default, Positive, Destructive }
