namespace Aksu.Testing.Engines;

/// <summary>Which end of a pair sends.</summary>
public enum Sender
{
    Client,
    Server,
}
