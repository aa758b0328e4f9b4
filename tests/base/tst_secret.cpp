// SPDX-License-Identifier: MIT
#include "base/secret.h"
#include "base/wipe.h"

#include <QTest>

#include <algorithm>
#include <sys/wait.h>
#include <type_traits>
#include <unistd.h>

using namespace tokenry;

static_assert(!std::is_copy_constructible_v<Secret> && !std::is_copy_assignable_v<Secret>);
static_assert(std::is_nothrow_move_constructible_v<Secret>);

class SecretTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheBytes()
    {
        const Secret secret = Secret::copyOf("apiv1_0000");
        QCOMPARE(secret.size(), 10);
        QVERIFY(!secret.isEmpty());
        QVERIFY(secret.reveal([](QByteArrayView bytes) { return bytes == "apiv1_0000"; }));
    }

    void movesAndClones()
    {
        Secret first = Secret::copyOf("apiv1_0000");
        const Secret copy = first.clone();
        const Secret second = std::move(first);
        QVERIFY(first.isEmpty()); // NOLINT: a moved-from Secret is empty by contract
        QVERIFY(second.equals(copy));
        QVERIFY(!second.equals(Secret::copyOf("apiv1_0001")));
        QVERIFY(!second.equals(Secret::copyOf("apiv1_000")));
        QVERIFY(Secret().equals(Secret()));
    }

    void wipesWhatItTakes()
    {
        QByteArray bytes("apiv1_1111 and room");
        const Secret secret = Secret::takeFrom(bytes);
        QVERIFY(bytes.isEmpty());
        QVERIFY(secret.reveal([](QByteArrayView its) { return its == "apiv1_1111 and room"; }));

        QString text = QStringLiteral("apiv1_ü").append(u'!');
        const Secret utf8 = Secret::takeFrom(text);
        QVERIFY(text.isEmpty());
        QVERIFY(utf8.reveal([](QByteArrayView its) { return its == "apiv1_\xc3\xbc!"; }));
    }

    void wipesTextOfTheStandardLibrary()
    {
        std::string text("apiv1_3333 on the heap, as long as it is");
        const char *const bytes = text.data();
        const size_t size = text.size();
        wipe(text);
        QVERIFY(text.empty());
        QCOMPARE(text.data(), bytes); // so they can be looked at
        QVERIFY(std::all_of(bytes, bytes + size, [](char each) { return each == '\0'; }));
    }

    void leavesSharedBytesToTheirOtherOwner()
    {
        QByteArray bytes("apiv1_2222 on the heap");
        bytes.detach();
        const QByteArray shared = bytes;
        wipe(bytes);
        QVERIFY(bytes.isEmpty());
        QCOMPARE(shared, QByteArray("apiv1_2222 on the heap"));
    }

    void isFoundInText()
    {
        const Secret secret = Secret::copyOf("apiv1_3333");
        QVERIFY(secret.occursIn("{\"accessToken\":\"apiv1_3333\"}"));
        QVERIFY(!secret.occursIn("apiv1_333"));
        QVERIFY(!Secret().occursIn("anything"));
    }

    void isUnreadableBetweenUses()
    {
#if defined(__SANITIZE_ADDRESS__)
        QSKIP("the sanitizer answers the fault itself");
#endif
        const Secret secret = Secret::copyOf("apiv1_4444");
        const char *place = secret.reveal([](QByteArrayView bytes) { return bytes.data(); });
        const pid_t child = fork();
        if (child == 0) {
            const volatile char read = *place;
            _exit(read == 'a' ? 0 : 1);
        }
        int status = 0;
        QCOMPARE(waitpid(child, &status, 0), child);
        QVERIFY(WIFSIGNALED(status));
    }

    void opensForNestedUse()
    {
        const Secret secret = Secret::copyOf("apiv1_5555");
        secret.reveal([&](QByteArrayView outer) {
            secret.reveal([](QByteArrayView) {});
            QCOMPARE(outer, QByteArrayView("apiv1_5555"));
        });
    }
};

QTEST_GUILESS_MAIN(SecretTest)
#include "tst_secret.moc"
