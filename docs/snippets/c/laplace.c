#include <math.h>

/* mu = sqrt(1 / 2), width = sqrt(1 / (4 pi)) */
double laplace(double x, double mu, double width) { return erfc((mu - x) / (width * sqrt(2))) / 2; }
