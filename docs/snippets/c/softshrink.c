double softshrink(double x, double lam) { return x > lam ? x - lam : x < -lam ? x + lam : 0 * x; } /* lam = 0.5 */
