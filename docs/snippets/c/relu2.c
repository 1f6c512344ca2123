double relu2(double x) { return x < 0 ? 0 : x * x; }
