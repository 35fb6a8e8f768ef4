namespace Aksu.Tls.Engine.Options;

/// <summary>
/// What follows from the other values of a record, kept beside them: it takes no part in equality. Copies of the record begin with it, and
/// see for themselves whether it still follows.
/// </summary>
internal readonly struct Derived<T>(T value) : IEquatable<Derived<T>>
    where T : class
{
    /// <summary>Null until it was asked for.</summary>
    public T? Value { get; } = value;

    public bool Equals(Derived<T> other) => true;

    public override bool Equals(object? obj) => obj is Derived<T>;

    public override int GetHashCode() => 0;
}
