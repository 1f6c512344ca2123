#include <math.h>
#include <stddef.h>

void softmax_sink(const double *x, size_t n, double *y, double s)
{
    double largest = s, sum;
    for (size_t i = 0; i < n; i++)
        if (x[i] > largest)
            largest = x[i];
    sum = exp(s - largest);
    for (size_t i = 0; i < n; i++)
        sum += y[i] = exp(x[i] - largest);
    for (size_t i = 0; i < n; i++)
        y[i] /= sum;
}
