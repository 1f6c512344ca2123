double hard_tanh(double x) { return x < -1 ? -1 : x > 1 ? 1 : x; }
