#include "core/base/beta.h"

// No exceptions and no promotion to long double: the arguments are in range, and four digits are plenty.
#define BOOST_MATH_PROMOTE_DOUBLE_POLICY false
#include <boost/math/special_functions/beta.hpp>

namespace beback {

double betaQuantile(double a, double b, double p)
{
    using namespace boost::math::policies;
    using Coarse = policy<digits10<5>, promote_double<false>, domain_error<errno_on_error>, overflow_error<errno_on_error>,
                          evaluation_error<errno_on_error>>;
    return boost::math::ibeta_inv(a, b, p, Coarse());
}

} // namespace beback
