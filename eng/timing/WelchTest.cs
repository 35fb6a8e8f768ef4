namespace Aksu.Timing;

/// <summary>Welch's t-test between two growing samples (means and variances by Welford's method).</summary>
internal sealed class WelchTest
{
    private readonly double[] _count = new double[2];
    private readonly double[] _mean = new double[2];
    private readonly double[] _squares = new double[2];

    public void Add(int sample, double value)
    {
        _count[sample]++;
        double difference = value - _mean[sample];
        _mean[sample] += difference / _count[sample];
        _squares[sample] += difference * (value - _mean[sample]);
    }

    public double Count => _count[0] + _count[1];

    public double MeanOf(int sample) => _mean[sample];

    /// <summary>How many standard errors lie between the means; zero while there is too little to say.</summary>
    public double T
    {
        get
        {
            if (_count[0] < 2 || _count[1] < 2)
            {
                return 0;
            }

            double error = (_squares[0] / (_count[0] - 1) / _count[0]) + (_squares[1] / (_count[1] - 1) / _count[1]);
            return error == 0 ? 0 : (_mean[0] - _mean[1]) / Math.Sqrt(error);
        }
    }
}
