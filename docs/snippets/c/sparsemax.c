#include <stddef.h>

void sparsemax(const double *x, size_t n, double *y)
{
    double largest = x[0], tau = -2;
    for (size_t i = 1; i < n; i++)
        if (x[i] > largest)
            largest = x[i];
    for (size_t i = 0; i < n; i++) {
        double sum = -1;
        size_t k = 0;
        for (size_t j = 0; j < n; j++) /* entries no smaller than this one, seen from the largest */
            if (x[j] >= x[i]) {
                sum += x[j] - largest;
                k++;
            }
        if (sum / k > tau)
            tau = sum / k;
    }
    for (size_t i = 0; i < n; i++)
        y[i] = x[i] - largest > tau ? x[i] - largest - tau : 0;
}
