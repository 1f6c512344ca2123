#include <math.h>

double tanhshrink(double x)
{
    double z = x * x, d = 15 + z / 17;
    if (fabs(x) >= 1)
        return x - tanh(x);
    for (int odd = 13; odd > 1; odd -= 2) /* the difference cancels near 0: a continued fraction does not */
        d = odd + z / d;
    return x * z / (d + z);
}
