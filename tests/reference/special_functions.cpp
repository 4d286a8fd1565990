// SPDX-License-Identifier: MIT
// What special_functions.py measures: reads a name and numbers a line, prints the function's value.
#include <cstdio>
#include <functional>
#include <iostream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "pressgauge/stats/detail/beta.hpp"
#include "pressgauge/stats/detail/gamma.hpp"
#include "pressgauge/stats/detail/hypergeometric.hpp"
#include "pressgauge/stats/detail/normal_tail.hpp"
#include "pressgauge/stats/detail/saddle_point.hpp"
#include "pressgauge/stats/detail/student.hpp"

namespace {

using namespace pressgauge::stats::detail;
using Numbers = std::vector<double>;
using Function = std::function<double(const Numbers&)>;

Tail side(double upper) { return upper == 0 ? Tail::lower : Tail::upper; }

const std::map<std::string, Function> kFunctions{
    {"stirling_error", [](const Numbers& x) { return stirling_error(x[0]); }},
    {"log_binomial", [](const Numbers& x) { return log_binomial(x[0], x[1], x[2], x[3]); }},
    {"log_poisson", [](const Numbers& x) { return log_poisson(x[0], x[1]); }},
    {"log_choose", [](const Numbers& x) { return log_choose(x[0], x[1]); }},
    {"log_gamma", [](const Numbers& x) { return log_gamma(x[0]); }},
    {"log_gamma_lower", [](const Numbers& x) { return log_gamma_lower(x[0], x[1]); }},
    {"log_gamma_upper", [](const Numbers& x) { return log_gamma_upper(x[0], x[1]); }},
    {"gamma_quantile", [](const Numbers& x) { return gamma_quantile(x[0], side(x[1]), x[2]); }},
    {"digamma", [](const Numbers& x) { return digamma(x[0]); }},
    {"trigamma", [](const Numbers& x) { return trigamma(x[0]); }},
    {"zeta_value", [](const Numbers& x) { return hurwitz_zeta(x[0], x[1]).value; }},
    {"zeta_first", [](const Numbers& x) { return hurwitz_zeta(x[0], x[1]).first; }},
    {"zeta_second", [](const Numbers& x) { return hurwitz_zeta(x[0], x[1]).second; }},
    {"log_binomial_tail",
     [](const Numbers& x) { return log_binomial_tail(x[0], x[1], x[2], x[3], side(x[4])); }},
    {"log_lower_tail", [](const Numbers& x) { return log_lower_tail(x[0], x[1], x[2], x[3]); }},
    {"student_tail", [](const Numbers& x) { return student_tail(x[0], x[1]); }},
    {"student_quantile", [](const Numbers& x) { return student_quantile(x[0], x[1]); }},
    {"normal_tail", [](const Numbers& x) { return normal_tail(x[0]); }},
    {"log_normal_tail", [](const Numbers& x) { return log_normal_tail(x[0]); }},
    {"normal_density", [](const Numbers& x) { return normal_density(x[0]); }},
    {"log_hypergeometric",
     [](const Numbers& x) { return log_hypergeometric(x[0], x[1], x[2], x[3]); }},
    {"hypergeometric_tail",
     [](const Numbers& x) { return hypergeometric_tail(x[0], x[1], x[2], x[3], side(x[4])); }}};

}  // namespace

int main() {
  std::string line;
  while (std::getline(std::cin, line)) {
    std::istringstream words(line);
    std::string name;
    words >> name;
    Numbers numbers;
    for (std::string word; words >> word;) numbers.push_back(std::stod(word));
    std::printf("%.17g\n", kFunctions.at(name)(numbers));
  }
}
