#include <math.h>

double serf(double x)
{
    return x < -800 ? 0 : x * erf((x > 0 ? x : 0) + log1p(exp(-fabs(x))));
}
