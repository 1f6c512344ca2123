#include <math.h>

double mish(double x)
{
    return x < -800 ? 0 : x * tanh((x > 0 ? x : 0) + log1p(exp(-fabs(x))));
}
