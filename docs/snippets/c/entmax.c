#include <math.h>
#include <stddef.h>

void entmax(const double *x, size_t n, double *y)
{
    double largest = x[0], tau = -1, square, sum;
    for (size_t i = 1; i < n; i++)
        if (x[i] > largest)
            largest = x[i];
    do { /* Newton's steps: from -1 on, where the largest alone adds up to 1, tau only rises */
        square = -1, sum = 0;
        for (size_t i = 0; i < n; i++) {
            y[i] = fmax((x[i] - largest) / 2 - tau, 0);
            square += y[i] * y[i];
            sum += y[i];
        }
        tau += square / (2 * sum);
    } while (square > 1e-15 * n);
    for (size_t i = 0; i < n; i++) {
        y[i] = fmax((x[i] - largest) / 2 - tau, 0);
        y[i] *= y[i];
    }
}
