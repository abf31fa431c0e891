#pragma once

namespace beback {

// The quantile of a beta distribution: the value below which a share `p` of it lies. a, b > 0; 0 < p < 1; answers 0 to 1.
// Inverse of the regularized incomplete beta function (Boost.Math). Thread: any.
double betaQuantile(double a, double b, double p);

} // namespace beback
