namespace Aksu.Pki;

/// <summary>The kinds of GeneralName (RFC 5280 §4.2.1.6); values are the context tags.</summary>
public enum GeneralNameKind
{
    /// <summary>otherName.</summary>
    Other = 0,
    /// <summary>rfc822Name: a mailbox.</summary>
    Email = 1,
    /// <summary>dNSName.</summary>
    Dns = 2,
    /// <summary>x400Address.</summary>
    X400 = 3,
    /// <summary>directoryName.</summary>
    Directory = 4,
    /// <summary>ediPartyName.</summary>
    EdiParty = 5,
    /// <summary>uniformResourceIdentifier.</summary>
    Uri = 6,
    /// <summary>iPAddress: four or sixteen octets (with a mask of the same length in name constraints).</summary>
    IpAddress = 7,
    /// <summary>registeredID.</summary>
    RegisteredId = 8,
}
