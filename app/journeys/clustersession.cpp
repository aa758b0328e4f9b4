// SPDX-License-Identifier: MIT
#include "journeys/clustersession.h"

#include "journeys/readretry.h"

#include <utility>

namespace tokenry
{

namespace
{

QMultiHash<QString, QString> idsByDescription(const std::vector<Token> &tokens)
{
    QMultiHash<QString, QString> ids;
    for (const Token &token : tokens)
        ids.insert(token.description, token.id);
    return ids;
}

} // namespace

ClusterSession::ClusterSession(Profile profile, std::unique_ptr<ManagementApi> api, Keychain &keychain,
                               TrustedOrigins &trusted, const Clock &clock)
    : m_profile(std::move(profile)), m_api(std::move(api)), m_clock(clock),
      m_credential(m_profile.address, keychain, trusted)
{
    m_again.setSingleShot(true);
    // Not earlier than the server asks for.
    m_again.setTimerType(Qt::PreciseTimer);
    connect(&m_again, &QTimer::timeout, this, &ClusterSession::askAgain);
}

ClusterSession::~ClusterSession() = default;

QDateTime ClusterSession::serverNow() const
{
    return m_clock.now().addSecs(-m_skew);
}

std::optional<QStringList> ClusterSession::tokensCalled(const QString &description) const
{
    if (!m_tokenIds)
        return std::nullopt;
    return QStringList(m_tokenIds->values(description));
}

QSet<QString> ClusterSession::tokenIds() const
{
    return m_tokenIds ? QSet<QString>(m_tokenIds->cbegin(), m_tokenIds->cend()) : QSet<QString>();
}

bool ClusterSession::State::waitsForKeychain() const
{
    const auto *const credential = problem ? std::get_if<CredentialError>(&*problem) : nullptr;
    const auto *const keychain = credential ? std::get_if<KeychainError>(credential) : nullptr;
    return keychain && unlockingHelps(keychain->kind);
}

void ClusterSession::reload()
{
    m_failures = 0;
    m_tokenFailures = 0;
    m_state.problem.reset();
    ask(Lists::Both);
}

void ClusterSession::askAgain()
{
    ask(m_state.problem ? Lists::Both : Lists::Tokens);
}

void ClusterSession::ask(Lists lists)
{
    halt();
    m_state.loading = true;
    const quint64 round = ++m_round;
    Q_EMIT stateChanged();
    // Before asking for leave to send a token to whom the file vouches for.
    if (const PrivateAuthority &authority = m_profile.address.authority; authority.isMissing()) {
        ApiError error;
        error.kind = ApiError::Kind::AuthorityUnusable;
        error.technical = authority.file + QLatin1String(": ") + authority.fault;
        fail(std::move(error));
        return;
    }
    m_credential.withToken(
        this,
        [this, round, lists](const Secret &token) {
            if (round != m_round)
                return;
            if (lists == Lists::Both)
                readDatabases(token);
            readTokens(token);
        },
        [this, round](CredentialError error) {
            if (round == m_round)
                fail(std::move(error));
        });
}

bool ClusterSession::halt()
{
    ++m_round;
    m_again.stop();
    // Dropped before they are cancelled: what they still say concerns nobody.
    for (auto *open : {&m_databases, &m_tokens}) {
        if (const auto pending = std::exchange(*open, nullptr)) {
            pending->disconnect(this);
            pending->cancel();
        }
    }
    const bool waited = std::exchange(m_state.retry, std::nullopt).has_value();
    return std::exchange(m_state.loading, false) || waited;
}

void ClusterSession::stop()
{
    if (halt())
        Q_EMIT stateChanged();
}

void ClusterSession::readDatabases(const Secret &managementToken)
{
    const auto databases = m_api->databases(managementToken);
    m_databases = databases;
    whenDone(databases, this, [this](Result<DatabaseList, ApiError> answer) {
        m_databases.reset();
        if (!answer) {
            fail(answer.error());
            return;
        }
        learnTime(answer->serverTime);
        m_failures = 0;
        m_state.problem.reset();
        m_state.databases = answer->databases;
        m_state.unreadableDatabases = answer->unreadable;
        m_state.readAt = m_clock.now();
        finishOne();
    });
}

void ClusterSession::readTokens(const Secret &managementToken)
{
    const auto tokens = m_api->tokens(managementToken);
    m_tokens = tokens;
    whenDone(tokens, this, [this](Result<TokenList, ApiError> answer) {
        m_tokens.reset();
        m_state.tokensProblem.reset();
        if (answer) {
            m_tokenFailures = 0;
            m_tokenIds = idsByDescription(answer->tokens);
            learnTime(answer->serverTime);
            m_state.access = std::make_shared<const Access>(std::move(answer->tokens), serverNow());
        } else if (answer.error().kind == ApiError::Kind::Forbidden) {
            // Who else has access is a courtesy: a token that may not list tokens may still create one.
            m_state.access.reset();
        } else {
            if (isAboutTheToken(answer.error().kind))
                m_credential.forget();
            ++m_tokenFailures;
            m_state.tokensProblem = answer.error();
        }
        finishOne();
    });
}

void ClusterSession::fail(Problem problem)
{
    halt();
    // A token that is refused may have been replaced in the keychain: read it again next time.
    if (const auto *api = std::get_if<ApiError>(&problem); api && isAboutTheToken(api->kind))
        m_credential.forget();
    if (const auto *const api = std::get_if<ApiError>(&problem))
        askLater(*api, ++m_failures);
    m_state.problem = std::move(problem);
    Q_EMIT stateChanged();
}

void ClusterSession::askLater(const ApiError &error, int failures)
{
    const auto pause = pauseAfter(error, failures);
    if (!pause)
        return;
    m_again.start(*pause);
    m_state.retry = Retry{failures, QDeadlineTimer(*pause, Qt::PreciseTimer)};
}

void ClusterSession::finishOne()
{
    m_state.loading = m_databases || m_tokens;
    // Not before both have answered: asking again drops what is still under way.
    if (!m_state.loading && m_state.tokensProblem)
        askLater(*m_state.tokensProblem, m_tokenFailures);
    Q_EMIT stateChanged();
}

void ClusterSession::learnTime(const ServerTime &serverTime)
{
    if (serverTime.isKnown())
        m_skew = serverTime.skew();
}

} // namespace tokenry
