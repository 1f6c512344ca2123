#include <math.h>
#include <stddef.h>

void log_softmax(const double *x, size_t n, double *y)
{
    size_t at = 0;
    double others = 0; /* those beside the largest, whose 1 would hide them */
    for (size_t i = 1; i < n; i++)
        if (x[i] > x[at])
            at = i;
    for (size_t i = 0; i < n; i++)
        if (i != at)
            others += exp(x[i] - x[at]);
    for (size_t i = 0; i < n; i++)
        y[i] = x[i] - x[at] - log1p(others);
}
