// SPDX-License-Identifier: MIT
#include "base/secret.h"

#include <cstring>
#include <new>
#include <sodium.h>
#include <string_view>

namespace tokenry
{

namespace
{

char *allocate(qsizetype size)
{
    // Idempotent and thread-safe; libsodium wants it before its first allocation.
    if (sodium_init() < 0)
        throw std::bad_alloc();
    void *bytes = sodium_malloc(static_cast<size_t>(size));
    if (!bytes)
        throw std::bad_alloc();
    return static_cast<char *>(bytes);
}

} // namespace

Secret::Secret(Secret &&other) noexcept
    : m_bytes(std::exchange(other.m_bytes, nullptr)), m_size(std::exchange(other.m_size, 0))
{
    Q_ASSERT(other.m_windows == 0);
}

Secret &Secret::operator=(Secret &&other) noexcept
{
    if (this != &other) {
        Q_ASSERT(m_windows == 0 && other.m_windows == 0);
        free();
        m_bytes = std::exchange(other.m_bytes, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

Secret::~Secret()
{
    free();
}

void Secret::free() noexcept
{
    // sodium_free wipes before it gives the pages back.
    sodium_free(m_bytes);
    m_bytes = nullptr;
    m_size = 0;
}

Secret Secret::copyOf(QByteArrayView bytes)
{
    Secret secret;
    if (bytes.isEmpty())
        return secret;
    secret.m_bytes = allocate(bytes.size());
    secret.m_size = bytes.size();
    std::memcpy(secret.m_bytes, bytes.data(), static_cast<size_t>(bytes.size()));
    sodium_mprotect_noaccess(secret.m_bytes);
    return secret;
}

Secret Secret::takeFrom(QString &text)
{
    QByteArray utf8 = text.toUtf8();
    wipe(text);
    return takeFrom(utf8);
}

Secret Secret::takeFrom(QByteArray &bytes)
{
    Secret secret = copyOf(bytes);
    wipe(bytes);
    return secret;
}

Secret Secret::clone() const
{
    return reveal([](QByteArrayView bytes) { return copyOf(bytes); });
}

bool Secret::equals(const Secret &other) const
{
    if (m_size != other.m_size)
        return false;
    if (m_size == 0)
        return true;
    return reveal([&](QByteArrayView mine) {
        return other.reveal([&](QByteArrayView theirs) {
            return sodium_memcmp(mine.data(), theirs.data(), static_cast<size_t>(mine.size())) == 0;
        });
    });
}

bool Secret::occursIn(QByteArrayView text) const
{
    return !isEmpty() && reveal([&](QByteArrayView bytes) {
        return std::string_view(text.data(), static_cast<size_t>(text.size()))
                   .find(std::string_view(bytes.data(), static_cast<size_t>(bytes.size()))) !=
               std::string_view::npos;
    });
}

Secret::Window::Window(const Secret &secret) : m_secret(secret)
{
    if (m_secret.m_windows++ == 0 && m_secret.m_bytes)
        sodium_mprotect_readonly(m_secret.m_bytes);
}

Secret::Window::~Window()
{
    if (--m_secret.m_windows == 0 && m_secret.m_bytes)
        sodium_mprotect_noaccess(m_secret.m_bytes);
}

void wipe(QByteArray &bytes) noexcept
{
    // data() on a shared buffer would detach and wipe a fresh copy: leave those bytes to their other owner.
    if (!bytes.isEmpty() && bytes.isDetached())
        sodium_memzero(bytes.data(), static_cast<size_t>(bytes.size()));
    bytes = QByteArray();
}

void wipe(QString &text) noexcept
{
    if (!text.isEmpty() && text.isDetached())
        sodium_memzero(text.data(), static_cast<size_t>(text.size()) * sizeof(QChar));
    text = QString();
}

} // namespace tokenry
