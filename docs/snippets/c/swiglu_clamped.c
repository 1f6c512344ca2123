#include <math.h>
#include <stddef.h>

/* n inputs, n / 2 outputs */
void swiglu_clamped(const double *x, size_t n, double *y, double alpha, double beta, double limit)
{
    for (size_t i = 0; i < n / 2; i++) {
        double a = x[i], b = x[i + n / 2];
        a = a > limit ? limit : a < -limit ? -limit : a;
        b = b > limit ? limit : b;
        y[i] = (a + beta) * (b / (1 + exp(-alpha * b)));
    }
}
