double hard_mish(double x) { return x < -2 ? 0 : x > 0 ? x : x * (x + 2) / 2; }
