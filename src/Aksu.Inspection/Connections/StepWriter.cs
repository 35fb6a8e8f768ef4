using Aksu.Inspection.Fields;
using Aksu.Inspection.Layouts;
using Aksu.Inspection.Texts;
using Aksu.Inspection.Texts.Sentences;
using Aksu.Pki;
using Aksu.Tls.Engine.Errors;
using Aksu.Tls.Engine.Registry;
using Aksu.Tls.Engine.Wire;

namespace Aksu.Inspection.Connections;

/// <summary>Keeps the steps and records of a connection, within limits.</summary>
internal sealed class StepWriter(ConnectionState state, int maxApplicationRecords)
{
    private const int MaxSteps = 2_000;
    private const int MaxRecords = 20_000;
    private const int MaxDataKept = 1024;

    private int _applicationRecords;

    public List<TracedStep> Steps { get; } = [];

    public List<TracedRecord> Records { get; } = [];

    /// <summary>The place of the record that was added last.</summary>
    public int LastRecord => Records.Count - 1;

    /// <summary>Records that are not shown one by one.</summary>
    public int UncountedRecords { get; private set; }

    /// <summary>The bytes in them.</summary>
    public long UncountedBytes { get; private set; }

    public StepNotes NewNotes() => new(Steps.Count + 1);

    public TracedRecord AddRecord(Chunk chunk, long offset, byte[] record, bool isProtected)
    {
        RecordHeader header = RecordHeader.Read(record);
        bool isData = header.Type == ContentType.ApplicationData && state.Agreed.IsComplete;
        var traced = new TracedRecord
        {
            Sender = chunk.Sender,
            Time = chunk.Time,
            Offset = offset,
            Type = header.Type.ToString(),
            Version = header.LegacyVersion.ToString(),
            Length = record.Length,
            Bytes = isData ? record.AsMemory(0, Math.Min(record.Length, MaxDataKept)) : record,
            IsProtected = isProtected,
        };
        if (Records.Count == MaxRecords)
        {
            throw new TraceLimitException(NoteTexts.ManyRecords.With(MaxRecords));
        }

        Records.Add(traced);
        return traced;
    }

    public void Add(
        Chunk chunk, StepKind kind, string name, byte[] bytes, Field content, string? protectedBy, StepNotes notes, int[]? records = null)
    {
        if (Steps.Count >= MaxSteps)
        {
            throw new TraceLimitException(NoteTexts.ManySteps.With(MaxSteps));
        }

        int last = records is null ? LastRecord : records[^1];
        if (Records[last] is { Key: { } key, Sequence: { } sequence })
        {
            notes.Findings.Add(new Finding(FindingOutcome.Good, FindingTexts.RecordOpened.With(key, sequence), "RFC 9846 §5.2"));
        }

        Steps.Add(new TracedStep
        {
            Number = Steps.Count + 1,
            Kind = kind,
            Name = name,
            Sender = chunk.Sender,
            Time = chunk.Time,
            Bytes = bytes.AsMemory(0, kind == StepKind.ApplicationData ? Math.Min(bytes.Length, MaxDataKept) : bytes.Length),
            Length = bytes.Length,
            Content = content,
            Records = records ?? [last],
            ProtectedBy = protectedBy,
        });
    }

    /// <summary>What was found out about the last step.</summary>
    public void Attach(StepNotes notes)
    {
        TracedStep step = Steps[notes.Number - 1];
        step.Findings = notes.Findings;
        step.Derived = notes.Derived;
        if (step.Content.FirstFault() is { } fault)
        {
            notes.Findings.Add(new Finding(FindingOutcome.Bad, FindingTexts.Malformed.With(fault), "RFC 9846 §6.2"));
        }
    }

    public void AddApplicationData(Chunk chunk, byte[] content, string? protectedBy)
    {
        if (!TryCount(content.Length))
        {
            return;
        }

        int shown = Math.Min(content.Length, MaxDataKept);
        var field = new Field("application_data", 0, shown)
        {
            Value = FieldText.Content(content.AsSpan(0, shown)),
            Meaning = MessageTexts.ApplicationData,
            Section = "RFC 9846 §5",
        };
        StepNotes notes = NewNotes();
        Add(chunk, StepKind.ApplicationData, "application data", content, field, protectedBy, notes);
        Attach(notes);
    }

    /// <summary>A record that could not be opened.</summary>
    public void AddClosed(Chunk chunk, byte[] record)
    {
        if (!TryCount(record.Length))
        {
            return;
        }

        byte[] fragment = record[RecordHeader.Size..];
        var field = new Field("encrypted_record", 0, Math.Min(fragment.Length, MaxDataKept))
        {
            Value = FieldText.Hex(fragment),
            Section = "RFC 9846 §5.2",
        };
        Add(
            chunk, StepKind.Encrypted, "encrypted record", fragment.Length > MaxDataKept ? fragment[..MaxDataKept] : fragment, field, null,
            NewNotes());
    }

    /// <summary>Bytes that are not TLS.</summary>
    public void AddUnknown(Chunk chunk, ReadOnlyMemory<byte> bytes)
    {
        byte[] shown = bytes[..Math.Min(bytes.Length, MaxDataKept)].ToArray();
        Steps.Add(new TracedStep
        {
            Number = Steps.Count + 1,
            Kind = StepKind.Unknown,
            Name = "not TLS",
            Sender = chunk.Sender,
            Time = chunk.Time,
            Bytes = shown,
            Length = bytes.Length,
            Content = new Field("bytes", 0, shown.Length)
            {
                Value = FieldText.TextOrHex(shown.AsSpan(0, LineEnd(shown))),
                Fault = FieldTexts.NotTls,
            },
            Records = [],
        });
    }

    /// <summary>What a side thought of the other's certificates stands with the message that showed them.</summary>
    public void AttachVerdict(Verdict? verdict, TlsSide shownBy)
    {
        if (verdict is null)
        {
            return;
        }

        TracedStep? step = Steps.LastOrDefault(step => step.Sender == shownBy && step.Name == "CertificateVerify")
            ?? Steps.LastOrDefault(step => step.Sender == shownBy && step.Name == "Certificate");
        if (step is not null)
        {
            Phrase text = (verdict.IsAccepted ? FindingTexts.Certificates : FindingTexts.CertificatesRefused)
                .With(LibrarySentences.Of(verdict.Reason));
            var finding = new Finding(verdict.IsAccepted ? FindingOutcome.Good : FindingOutcome.Bad, text, "RFC 5280 §6");
            step.Findings = [.. step.Findings, finding];
        }
    }

    private static int LineEnd(byte[] bytes)
    {
        int end = Array.FindIndex(bytes, static octet => octet is (byte)'\r' or (byte)'\n');
        return end < 0 ? bytes.Length : end;
    }

    private bool TryCount(int length)
    {
        if (++_applicationRecords <= maxApplicationRecords)
        {
            return true;
        }

        Records.RemoveAt(LastRecord);
        UncountedRecords++;
        UncountedBytes += length;
        return false;
    }
}
