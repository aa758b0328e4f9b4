// SPDX-License-Identifier: MIT
#pragma once

#include "structure/sourcetree.h"

namespace tokenry::structure
{

/// Something that must hold for the whole tree.
struct Rule
{
    const char *name;
    /// What breaks the rule, as "path:line: what"; empty if it holds.
    QStringList (*broken)(const SourceTree &tree);
};

[[nodiscard]] QList<Rule> includeRules();
[[nodiscard]] QList<Rule> ownerRules();
[[nodiscard]] QList<Rule> codeRules();
[[nodiscard]] QList<Rule> secretRules();
[[nodiscard]] QList<Rule> buildRules();
[[nodiscard]] QList<Rule> fileRules();
[[nodiscard]] QList<Rule> translationRules();
[[nodiscard]] QList<Rule> documentRules();

[[nodiscard]] inline QList<Rule> allRules()
{
    return includeRules() + ownerRules() + codeRules() + secretRules() + buildRules() + fileRules() +
           translationRules() + documentRules();
}

} // namespace tokenry::structure
