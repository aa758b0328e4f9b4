// SPDX-License-Identifier: MIT
// Qt, the TLS library and the keychain's client library copy a token on its way in and out, and free it as it
// is. So whatever this program frees is overwritten first: the executable's free() and realloc() take the
// place of glibc's for every library (glibc manual, "Replacing malloc") and hand on to them. Linked into the
// executable only, and not with sanitizers, which have an allocator of their own.
#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <malloc.h>

// glibc's own functions, under the names that nobody replaces.
extern "C" void __libc_free(void *block) noexcept;

extern "C" [[gnu::visibility("default")]] void free(void *block) noexcept
{
    if (!block)
        return;
    explicit_bzero(block, malloc_usable_size(block));
    __libc_free(block);
}

extern "C" [[gnu::visibility("default")]] void *realloc(void *block, std::size_t size) noexcept
{
    if (!block)
        return std::malloc(size);
    if (size == 0) {
        free(block);
        return nullptr;
    }
    const std::size_t had = malloc_usable_size(block);
    // What is cut off is overwritten with the rest, when that is freed.
    if (size <= had && size > had / 2)
        return block;
    void *const moved = std::malloc(size);
    if (!moved)
        return size <= had ? block : nullptr;
    std::memcpy(moved, block, std::min(had, size));
    free(block);
    return moved;
}
