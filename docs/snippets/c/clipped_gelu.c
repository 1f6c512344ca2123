#include <math.h>

double clipped_gelu(double x) { return x < -40 ? 0 : x > 10 ? 10 : x * (erfc(-x * 0.7071067811865476) / 2); }
