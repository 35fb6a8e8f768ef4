namespace Aksu.Pki.Paths;

/// <summary>
/// The untrusted certificates that may help, and how far each is, by names alone, from a trusted one. Those that can't reach trust are
/// never tried, so chains that lead nowhere cost no signature checks.
/// </summary>
internal sealed class CertificatePool
{
    public const int Unreachable = int.MaxValue;

    private static readonly List<int> Nobody = [];

    private readonly Dictionary<DistinguishedName, List<int>> _bySubject = [];
    private readonly List<Certificate> _certificates = [];
    private readonly int[] _distances;

    public CertificatePool(IEnumerable<Certificate> certificates, TrustStore trust)
    {
        foreach (Certificate certificate in certificates)
        {
            List<int> same = _bySubject.TryGetValue(certificate.Subject, out List<int>? known)
                ? known
                : _bySubject[certificate.Subject] = [];
            if (!same.Exists(index => _certificates[index].Equals(certificate)))
            {
                same.Add(_certificates.Count);
                _certificates.Add(certificate);
            }
        }

        _distances = Distances(trust);
    }

    public Certificate this[int index] => _certificates[index];

    public int Distance(int index) => _distances[index];

    public List<int> FindBySubject(DistinguishedName subject) => _bySubject.TryGetValue(subject, out List<int>? found) ? found : Nobody;

    private int[] Distances(TrustStore trust)
    {
        int[] distances = new int[_certificates.Count];
        Array.Fill(distances, Unreachable);
        var byIssuer = new Dictionary<DistinguishedName, List<int>>();
        var queue = new Queue<int>();
        for (int index = 0; index < distances.Length; index++)
        {
            DistinguishedName issuer = _certificates[index].Issuer;
            if (trust.FindBySubject(issuer).Length > 0)
            {
                distances[index] = 1;
                queue.Enqueue(index);
            }

            if (!byIssuer.TryGetValue(issuer, out List<int>? children))
            {
                byIssuer[issuer] = children = [];
            }

            children.Add(index);
        }

        while (queue.TryDequeue(out int parent))
        {
            foreach (int child in byIssuer.GetValueOrDefault(_certificates[parent].Subject, Nobody))
            {
                if (distances[child] == Unreachable)
                {
                    distances[child] = distances[parent] + 1;
                    queue.Enqueue(child);
                }
            }
        }

        return distances;
    }
}
