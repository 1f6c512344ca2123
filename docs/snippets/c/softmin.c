#include <math.h>
#include <stddef.h>

void softmin(const double *x, size_t n, double *y)
{
    double smallest = x[0], sum = 0;
    for (size_t i = 1; i < n; i++)
        if (x[i] < smallest)
            smallest = x[i];
    for (size_t i = 0; i < n; i++)
        sum += y[i] = exp(smallest - x[i]);
    for (size_t i = 0; i < n; i++)
        y[i] /= sum;
}
