// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <utility>
#include <vector>

namespace tokenry::test
{

/// Texts that a shell, a terminal or JSON might take for something else.
inline std::vector<std::pair<const char *, QString>> nastyNames()
{
    return {
        {"single quote", QStringLiteral("it's '' 'quoted'")},
        {"double quotes", QStringLiteral("say \"hello\"")},
        {"dollar", QStringLiteral("$HOME ${PATH} $(touch x) `id`")},
        {"backslashes", QStringLiteral("a\\b\\\\c\\")},
        {"exclamation mark", QStringLiteral("hello !! !$ !e '!!' \"!!\" it's !e")},
        {"newline", QStringLiteral("one\ntwo\nEOF\n'EOF'\nthree")},
        {"tab and return", QStringLiteral("a\tb\rc")},
        {"escape sequence", QStringLiteral("a\u001B[201~b\u0003c\u007Fd")},
        {"next to hexadecimal", QStringLiteral("\u0001af\u0085ee")},
        {"right to left", QStringLiteral("a\u202Eb\u200Bc\u2028d")},
        {"other spaces", QStringLiteral("a\u00A0b\u202Fc\u2003d\u3000e")},
        {"fillers", QStringLiteral("a\u3164b\u2800c\uFE0Fd\uE000e")},
        {"any language", QStringLiteral("plátanos 数据库 базы 🐘")},
        {"operators", QStringLiteral("a; b & c | d > e < f * ? [g] {h,i} ~ # %")},
        {"leading dash", QStringLiteral("--expires-at")},
        {"leading at", QStringLiteral("@/etc/passwd")},
        {"slash", QStringLiteral("telegraf/autogen")},
        {"quoted JSON", QStringLiteral(R"(x","permissions":[],"y":"\u0041)")},
        {"lone backslash and quote", QStringLiteral("\\'")},
    };
}

} // namespace tokenry::test
