using System.Globalization;
using System.Text;

namespace Aksu.Pki.Tests.Limbo;

public sealed class LimboTests
{
    [Fact]
    public void Every_case_of_x509_limbo_ends_as_the_suite_expects_or_is_explained()
    {
        string? path = LimboFile.Find();
        if (path is null)
        {
            Assert.Skip("The x509-limbo cases are not here; set AKSU_LIMBO to their file.");
        }

        var report = new LimboReport();
        foreach (LimboCase limbo in LimboCase.ReadAll(path))
        {
            report.Add(limbo, LimboRunner.Run(limbo));
        }

        string text = report.Write();
        if (Environment.GetEnvironmentVariable("AKSU_LIMBO_REPORT") is { Length: > 0 } file)
        {
            File.WriteAllText(file, text);
        }

        Assert.True(report.Total > 0, "The file holds no case.");
        Assert.True(report.Unexplained == 0, text);
    }

    private sealed class LimboReport
    {
        private readonly SortedDictionary<string, (int Met, int Explained, int Unexplained)> _groups = new(StringComparer.Ordinal);
        private readonly StringBuilder _details = new();

        public int Total { get; private set; }

        public int Unexplained { get; private set; }

        public void Add(LimboCase limbo, Verdict? verdict)
        {
            Total++;
            bool isMet = verdict is { IsAccepted: true } == limbo.ExpectsSuccess;
            bool isListed = LimboExceptions.Reasons.TryGetValue(limbo.Id, out string? reason);
            bool isExplained = !isMet && isListed;
            bool isUnexplained = isMet == isListed;
            string group = limbo.Id.Split("::")[0];
            (int met, int explained, int unexplained) = _groups.GetValueOrDefault(group);
            _groups[group] = (met + (isMet && !isUnexplained ? 1 : 0), explained + (isExplained ? 1 : 0),
                unexplained + (isUnexplained ? 1 : 0));
            if (isExplained)
            {
                _details.Append("explained   ").Append(limbo.Id).Append(": ").Append(reason).Append('\n');
            }
            else if (isUnexplained)
            {
                Unexplained++;
                string what = isMet
                    ? "is listed as an exception but met" : limbo.ExpectsSuccess ? "should be accepted"
                    : "should be refused";
                _details.Append("DIFFERENCE  ").Append(limbo.Id).Append(": ").Append(what).Append("; ")
                    .Append(verdict?.Reason ?? "the expected name is none").Append('\n');
            }
        }

        public string Write()
        {
            var text = new StringBuilder();
            text.Append("group            cases    met  explained  differences\n");
            foreach ((string group, (int met, int explained, int unexplained)) in _groups)
            {
                text.Append(CultureInfo.InvariantCulture,
                    $"{group,-15} {met + explained + unexplained,6} {met,6} {explained,10} {unexplained,12}\n");
            }

            text.Append(CultureInfo.InvariantCulture,
                $"{"all",-15} {Total,6} {_groups.Values.Sum(g => g.Met),6} {_groups.Values.Sum(g => g.Explained),10} {Unexplained,12}\n");
            return text.Append(_details).ToString();
        }
    }
}
