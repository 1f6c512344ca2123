#include <math.h>
#include <stddef.h>

void softmax(const double *x, size_t n, double *y)
{
    double largest = x[0], sum = 0;
    for (size_t i = 1; i < n; i++)
        if (x[i] > largest)
            largest = x[i];
    for (size_t i = 0; i < n; i++)
        sum += y[i] = exp(x[i] - largest);
    for (size_t i = 0; i < n; i++)
        y[i] /= sum;
}
