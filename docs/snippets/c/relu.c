double relu(double x) { return x < 0 ? 0 : x; }
