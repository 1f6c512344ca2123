#include <stddef.h>

/* n inputs, n / 2 outputs */
void reglu(const double *x, size_t n, double *y)
{
    for (size_t i = 0; i < n / 2; i++)
        y[i] = x[i] * (x[i + n / 2] < 0 ? 0 : x[i + n / 2]);
}
