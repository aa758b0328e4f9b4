// SPDX-License-Identifier: MIT
// Creates one token for real, and kills itself outright when asked for: creationvictim URL ACCOUNT CLUSTER
// LEDGER DESCRIPTION MOMENT DELAY. The management token is the first line of standard input. Moments are
// counted from 1 (0: none): before and after each line of the ledger, each keychain operation and the
// request. The delay is counted in microseconds from the first click (-1: none). Takes the next name where
// one is taken, as a person would. Prints how many microseconds passed from the click until the secret was
// stored.
#include "api/managementclient.h"
#include "journeys/issuance.h"
#include "keychain/systemkeychain.h"
#include "storage/ledgerfiles.h"
#include "support/fakes/faketrustedorigins.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <iostream>
#include <thread>

using namespace tokenry;

namespace
{

/// Counts what happens.
class Moments
{
public:
    explicit Moments(int last) : m_left(last) {}

    void pass()
    {
        if (--m_left == 0)
            ::raise(SIGKILL);
    }

    /// Passes once the work is under way and once it is done.
    template <class T, class E>
    std::shared_ptr<Pending<T, E>> watched(const std::shared_ptr<Pending<T, E>> &work, QObject *context)
    {
        pass();
        const auto watched = Pending<T, E>::make([work] { work->cancel(); });
        whenDone(work, context, [this, watched](Result<T, E> answer) {
            pass();
            Pending<T, E>::resolve(watched, std::move(answer));
        });
        return watched;
    }

private:
    int m_left;
};

class WatchedRecord final : public LedgerRecord
{
public:
    WatchedRecord(std::unique_ptr<LedgerRecord> record, Moments &moments)
        : m_record(std::move(record)), m_moments(moments)
    {
    }

    [[nodiscard]] const LedgerEntry &entry() const override { return m_record->entry(); }
    Result<Done, StorageError> append(const ledger::Step &step) override
    {
        m_moments.pass();
        auto done = m_record->append(step);
        m_moments.pass();
        return done;
    }
    void remove() override { m_record->remove(); }

private:
    const std::unique_ptr<LedgerRecord> m_record;
    Moments &m_moments;
};

class WatchedLedger final : public Ledger
{
public:
    WatchedLedger(Ledger &ledger, Moments &moments) : m_ledger(ledger), m_moments(moments) {}

    [[nodiscard]] Result<std::unique_ptr<LedgerRecord>, StorageError> begin(LedgerEntry reviewed) override
    {
        m_moments.pass();
        auto begun = m_ledger.begin(std::move(reviewed));
        m_moments.pass();
        if (!begun)
            return unexpected(begun.error());
        return std::make_unique<WatchedRecord>(*std::move(begun), m_moments);
    }
    [[nodiscard]] Unfinished takeUnfinished(const std::function<bool(const LedgerEntry &)> &wanted) override
    {
        return m_ledger.takeUnfinished(wanted);
    }
    [[nodiscard]] QSet<QString> tokensOfOthers(const QString &recordId) const override
    {
        return m_ledger.tokensOfOthers(recordId);
    }
    [[nodiscard]] std::vector<LedgerEntry> left() const override { return m_ledger.left(); }
    void setAside(const UnusableRecord &record) override { m_ledger.setAside(record); }
    [[nodiscard]] bool isPromisedElsewhere(const KeychainItem &item) const override
    {
        return m_ledger.isPromisedElsewhere(item);
    }

private:
    Ledger &m_ledger;
    Moments &m_moments;
};

class WatchedKeychain final : public Keychain
{
public:
    WatchedKeychain(Keychain &keychain, Moments &moments) : m_keychain(keychain), m_moments(moments) {}

    [[nodiscard]] KeychainItem tokenItem(const QString &slug, const QString &name) const override
    {
        return m_keychain.tokenItem(slug, name);
    }
    [[nodiscard]] KeychainItem managementTokenItem(const QString &account, const QString &host) const override
    {
        return m_keychain.managementTokenItem(account, host);
    }
    [[nodiscard]] PendingPtr<KeychainPlace, KeychainError> look() override
    {
        return watch(m_keychain.look());
    }
    [[nodiscard]] PendingPtr<KeychainPlace, KeychainError> unlock() override { return m_keychain.unlock(); }
    [[nodiscard]] PendingPtr<KeychainPlace, KeychainError> prove() override
    {
        return watch(m_keychain.prove());
    }
    [[nodiscard]] PendingPtr<bool, KeychainError> contains(const KeychainItem &item) override
    {
        return watch(m_keychain.contains(item));
    }
    [[nodiscard]] PendingPtr<Secret, KeychainError> read(const KeychainItem &item) override
    {
        return m_keychain.read(item);
    }
    [[nodiscard]] PendingPtr<Done, KeychainError> write(const KeychainItem &item,
                                                        const Secret &secret) override
    {
        m_moments.pass();
        return watch(m_keychain.write(item, secret));
    }
    [[nodiscard]] PendingPtr<Done, KeychainError> remove(const KeychainItem &item) override
    {
        return m_keychain.remove(item);
    }

private:
    template <class T>
    std::shared_ptr<Pending<T, KeychainError>> watch(const std::shared_ptr<Pending<T, KeychainError>> &work)
    {
        return m_moments.watched(work, &m_context);
    }

    QObject m_context;
    Keychain &m_keychain;
    Moments &m_moments;
};

class WatchedApi final : public ManagementApi
{
public:
    WatchedApi(const ClusterAddress &address, Moments &moments) : m_api(address), m_moments(moments) {}

    [[nodiscard]] PendingPtr<DatabaseList, ApiError> databases(const Secret &token) override
    {
        return m_api.databases(token);
    }
    [[nodiscard]] PendingPtr<TokenList, ApiError> tokens(const Secret &token) override
    {
        return m_api.tokens(token);
    }
    [[nodiscard]] PendingPtr<Creation, ApiError> create(const Secret &token, const EncodedCall &call) override
    {
        m_moments.pass();
        return m_moments.watched(m_api.create(token, call), &m_context);
    }
    [[nodiscard]] PendingPtr<Done, ApiError> revoke(const Secret &token, const QString &id) override
    {
        return m_api.revoke(token, id);
    }
    void prewarm() override { m_api.prewarm(); }

private:
    QObject m_context;
    ManagementClient m_api;
    Moments &m_moments;
};

/// By the clock, whatever this process is doing then.
void killAfter(std::chrono::microseconds delay)
{
    std::thread([delay] {
        std::this_thread::sleep_for(delay);
        ::raise(SIGKILL);
    }).detach();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() != 8)
        return 2;
    std::string managementToken;
    std::getline(std::cin, managementToken);

    Profile profile;
    profile.slug = QStringLiteral("victim");
    profile.name = QStringLiteral("victim");
    profile.address.managementUrl = QUrl(arguments[1]);
    profile.address.accountId = arguments[2];
    profile.address.clusterId = arguments[3];
    TokenDraft draft;
    draft.description = arguments[5];
    draft.permissions.tick(Action::Write, draft.permissions.addTyped(QStringLiteral("billing")).value(),
                           true);

    Moments moments(arguments[6].toInt());
    LedgerFiles files(arguments[4]);
    SystemKeychain system;
    WatchedLedger ledger(files, moments);
    WatchedKeychain keychain(system, moments);
    testsupport::FakeTrustedOrigins trusted;
    const SystemClock clock;
    const ManagementApiFactory makeApi = [&moments](const ClusterAddress &address) {
        return std::make_unique<WatchedApi>(address, moments);
    };
    const auto session =
        std::make_shared<ClusterSession>(profile, makeApi(profile.address), keychain, trusted, clock);
    session->credential().useForSession(Secret::copyOf(QByteArrayView(managementToken)));

    Issuance issuance(*TokenRequest::from(draft, clock.now()), session, makeApi, keychain, ledger);
    const int delay = arguments[7].toInt();
    QElapsedTimer sinceClick;
    const auto click = [&] {
        if (!sinceClick.isValid()) {
            sinceClick.start();
            if (delay >= 0)
                killAfter(std::chrono::microseconds(delay));
        }
        issuance.create();
    };
    // Like a person later than the change that is reacted to.
    const auto react = [&] {
        using enum IssuanceState::Custody;
        const IssuanceState &state = issuance.state();
        const bool taken = state.nameTaken.value_or(false);
        if (state.custody == Stored) {
            std::printf("%lld\n", static_cast<long long>(sinceClick.nsecsElapsed() / 1000));
            QCoreApplication::quit();
        } else if (state.custody == NotStored &&
                   state.keychainError->kind == KeychainError::Kind::NameTaken) {
            issuance.saveUnder(nextKeychainName(state.keychainName));
        } else if (state.phase == IssuanceState::Phase::Unclear || state.ledgerError || state.keychainError) {
            QCoreApplication::exit(1);
        } else if (state.phase == IssuanceState::Phase::Reviewing && taken) {
            issuance.setKeychainName(nextKeychainName(state.keychainName));
        } else if (state.canCreate()) {
            click();
        }
    };
    QObject::connect(&issuance, &Issuance::stateChanged, &application, react, Qt::QueuedConnection);
    issuance.begin();
    return QCoreApplication::exec();
}
