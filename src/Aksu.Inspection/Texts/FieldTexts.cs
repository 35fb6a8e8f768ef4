namespace Aksu.Inspection.Texts;

/// <summary>What stands in a field where no value of the standard does: how long something is, and why bytes are not understood.</summary>
internal static class FieldTexts
{
    public static readonly Phrase Bytes = new("{0} bytes", "{0}바이트");
    public static readonly Phrase OneByte = new("1 byte", "1바이트");

    public static readonly Phrase NotUnderstood = new("(not understood)", "(해석할 수 없음)");
    public static readonly Phrase UnknownMessage = new("handshake message {0}", "핸드셰이크 메시지 {0}");
    public static readonly Phrase TooShort = new("{0} should stand here, and there are {1}", "{0}가 있어야 하는데 {1}만 있음");
    public static readonly Phrase CutOff = new(
        "the length says {0}, and the message ends before that", "길이는 {0}로 적혀 있으나 그 전에 메시지가 끝남");
    public static readonly Phrase LeftOver = new("bytes are left over", "뒤에 바이트가 남음");
    public static readonly Phrase InPart = Phrase.Same("{0}: {1}");
    public static readonly Phrase TooManyFields = new(
        "more than {0} fields in one message are not shown", "한 메시지의 필드는 {0}개까지만 보여 줌");
    public static readonly Phrase TooMuchDer = new(
        "this goes deeper or has more values than are shown", "구조가 너무 깊거나 값이 너무 많아 보여 주지 않음");
    public static readonly Phrase NotDer = new("these bytes are not valid DER", "올바른 DER이 아님");
    public static readonly Phrase NotOfItsType = new(
        "the value is not one of its type (ASN.1)", "ASN.1 형식에 맞지 않는 값임");
    public static readonly Phrase NotTls = new("these bytes are not TLS", "TLS가 아닌 바이트임");
}
