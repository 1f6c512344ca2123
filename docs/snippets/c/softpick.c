#include <math.h>
#include <stddef.h>

void softpick(const double *x, size_t n, double *y, double epsilon)
{
    double m = 0;
    for (size_t i = 0; i < n; i++)
        if (x[i] > m)
            m = x[i];
    double small = exp(-m), sum = epsilon * small;
    for (size_t i = 0; i < n; i++) {
        y[i] = x[i] < 1 ? expm1(x[i]) * small : exp(x[i] - m) - small;
        sum += fabs(y[i]);
    }
    for (size_t i = 0; i < n; i++)
        y[i] = y[i] < 0 ? 0 : y[i] / sum;
}
