using System.Globalization;
using System.Text.Json.Nodes;

namespace Bot.Tests.Infra;

/// <summary>Reads and works out the expressions of an ARM template, as far as ours uses them; what it does not know is a fault, not a guess.</summary>
internal sealed class ArmExpression(string text, ArmScope scope)
{
    private int _at;

    /// <summary>"[…]" is an expression; "[[" begins a text.</summary>
    public static bool Is(string text) => text.StartsWith('[') && text.EndsWith(']') && !text.StartsWith("[[", StringComparison.Ordinal);

    public JsonNode? Value()
    {
        _at = 1;
        var value = Read();
        if (_at != text.Length - 1) throw Fault("something stands behind its end");
        return value;
    }

    private JsonNode? Read()
    {
        Skip();
        var value = text[_at] switch
        {
            '\'' => JsonValue.Create(Quoted()),
            >= '0' and <= '9' => JsonValue.Create(int.Parse(While(char.IsAsciiDigit), CultureInfo.InvariantCulture)),
            _ => Call(),
        };
        return Members(value);
    }

    private JsonNode? Members(JsonNode? value)
    {
        while (true)
        {
            Skip();
            if (text[_at] == '.')
            {
                _at++;
                var name = While(char.IsAsciiLetterOrDigit);
                value = value?[name] ?? throw Fault($"there is no {name}");
            }
            else if (text[_at] == '[')
            {
                _at++;
                var index = Read()!.GetValue<int>();
                Expect(']');
                value = value!.AsArray()[index];
            }
            else return value?.DeepClone();
        }
    }

    private JsonNode? Call()
    {
        var name = While(char.IsAsciiLetterOrDigit);
        Expect('(');
        var arguments = new List<JsonNode?>();
        Skip();
        while (text[_at] != ')')
        {
            arguments.Add(Read());
            Skip();
            if (text[_at] == ',') _at++;
        }

        Expect(')');
        return scope.Call(name, arguments) ?? throw Fault($"{name} gave nothing");
    }

    private string Quoted()
    {
        var value = new System.Text.StringBuilder();
        for (_at++; text[_at] != '\'' || text[_at + 1] == '\''; _at++)
        {
            if (text[_at] == '\'') _at++;
            value.Append(text[_at]);
        }

        _at++;
        return value.ToString();
    }

    private string While(Func<char, bool> holds)
    {
        var start = _at;
        while (holds(text[_at])) _at++;
        return _at > start ? text[start.._at] : throw Fault($"a name is missing at {start}");
    }

    private void Expect(char sign)
    {
        Skip();
        if (text[_at++] != sign) throw Fault($"{sign} is missing at {_at - 1}");
    }

    private void Skip()
    {
        while (text[_at] == ' ') _at++;
    }

    private InvalidDataException Fault(string what) => new($"{text}: {what}.");
}
