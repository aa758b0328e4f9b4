// SPDX-License-Identifier: MIT
#include "domain/profilewords.h"

#include <array>

namespace tokenry
{

namespace
{

// In the order of their enumerations.
constexpr std::array environments{QLatin1String("production"), QLatin1String("staging"),
                                  QLatin1String("other")};
constexpr std::array products{QLatin1String("dedicated"), QLatin1String("clustered")};

template <class Kind, class Words>
std::optional<Kind> called(QStringView word, const Words &words)
{
    for (size_t place = 0; place < words.size(); ++place) {
        if (word == words[place])
            return static_cast<Kind>(place);
    }
    return std::nullopt;
}

} // namespace

QLatin1String wordOf(Environment environment)
{
    return environments[static_cast<size_t>(environment)];
}

QLatin1String wordOf(Product product)
{
    return products[static_cast<size_t>(product)];
}

std::optional<Environment> environmentCalled(QStringView word)
{
    return called<Environment>(word, environments);
}

std::optional<Product> productCalled(QStringView word)
{
    return called<Product>(word, products);
}

} // namespace tokenry
