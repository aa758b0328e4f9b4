// SPDX-License-Identifier: MIT
#pragma once

#include "base/pending.h"

#include <QTest>

namespace tokenry::test
{

/// The answer of a Pending, waited for in the test's event loop. When none comes the test
/// fails, and an empty error is returned.
template <class T, class E>
[[nodiscard]] Result<T, E> await(const std::shared_ptr<Pending<T, E>> &pending, int milliseconds = 30000)
{
    if (QTest::qWaitFor([&] { return pending->isFinished(); }, milliseconds))
        return pending->take();
    QTest::qFail("a Pending was never answered", __FILE__, __LINE__);
    return unexpected(E());
}

} // namespace tokenry::test
