// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <concepts>
#include <utility>

namespace tokenry
{

/// Bytes that must not be read by anyone else: a token.
///
/// The bytes live in libsodium memory: locked against swapping, left out of core dumps, between guard pages,
/// unreadable except while reveal() runs, and wiped when the Secret dies. A Secret is moved, never copied by
/// accident: clone() says so. Not for concurrent use: a Secret belongs to one thread at a time and may be
/// moved to another.
class Secret
{
public:
    Secret() noexcept = default;
    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret &&other) noexcept;
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;
    ~Secret();

    /// Copies the bytes; the source stays the caller's to wipe.
    [[nodiscard]] static Secret copyOf(QByteArrayView bytes);
    /// Takes the UTF-8 of the text and wipes the source in place (only its own bytes: another QString that
    /// shares them keeps them, which is why callers pass text that nobody else holds).
    [[nodiscard]] static Secret takeFrom(QString &text);
    [[nodiscard]] static Secret takeFrom(QByteArray &bytes);

    [[nodiscard]] Secret clone() const;
    [[nodiscard]] bool isEmpty() const noexcept { return m_size == 0; }
    /// In bytes.
    [[nodiscard]] qsizetype size() const noexcept { return m_size; }
    /// Compares in constant time for equal sizes.
    [[nodiscard]] bool equals(const Secret &other) const;
    /// Whether the bytes occur in the text, to keep a secret out of what is shown or copied.
    [[nodiscard]] bool occursIn(QByteArrayView text) const;

    /// Calls \a use with the bytes, readable only until it returns. What \a use copies is its own to wipe.
    template <std::invocable<QByteArrayView> Use>
    decltype(auto) reveal(Use &&use) const
    {
        const Window window(*this);
        return std::forward<Use>(use)(QByteArrayView(m_bytes, m_size));
    }

private:
    /// Opens the page for reading; windows may nest.
    class Window
    {
    public:
        explicit Window(const Secret &secret);
        ~Window();
        Window(const Window &) = delete;
        Window &operator=(const Window &) = delete;

    private:
        const Secret &m_secret;
    };

    void free() noexcept;

    char *m_bytes = nullptr;
    qsizetype m_size = 0;
    mutable int m_windows = 0;
};

/// Overwrites the buffer's own bytes where nobody shares them, then empties it.
void wipe(QByteArray &bytes) noexcept;
void wipe(QString &text) noexcept;

} // namespace tokenry
