namespace Aksu.Tls.Engine.Crypto.Tls12;

/// <summary>
/// Comparisons and choices without a branch, for values that must not show in the time taken. Masks are all ones for true and zero for
/// false; operands lie between 0 and 2^30.
/// </summary>
internal static class ConstantTime
{
    public static int Equal(int left, int right)
    {
        int difference = left ^ right;
        return ((difference - 1) & ~difference) >> 31;
    }

    public static int AtLeast(int value, int bound) => ~((value - bound) >> 31);
}
