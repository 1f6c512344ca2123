double relu6(double x) { return x < 0 ? 0 : x > 6 ? 6 : x; }
