#include <stddef.h>

/* the largest of n entries, NaN if there is one */
double maxout(const double *x, size_t n)
{
    double y = x[0];
    for (size_t i = 1; i < n; i++)
        if (x[i] > y || x[i] != x[i])
            y = x[i];
    return y;
}
