// SPDX-License-Identifier: MIT
#include "keychain/secretprompt.h"

#include <QDBusServiceWatcher>
#include <QPointer>

#include <utility>

using namespace Qt::StringLiterals;

namespace tokenry
{

using Kind = KeychainError::Kind;

SecretPrompt::SecretPrompt(SessionBus &bus, Then<Done> then) : QObject(&bus), m_then(std::move(then)) {}

void SecretPrompt::show(SessionBus &bus, const QString &owner, const QString &path, Then<Done> then)
{
    const QString interface = u"org.freedesktop.Secret.Prompt"_s;
    auto *prompt = new SecretPrompt(bus, std::move(then));
    // Before asking: the answer may come at once.
    bus.subscribe(owner, path, interface, u"Completed"_s, prompt, SLOT(completed(bool, QDBusVariant)));
    auto *watcher =
        new QDBusServiceWatcher(owner, bus.connection(), QDBusServiceWatcher::WatchForUnregistration, prompt);
    connect(watcher, &QDBusServiceWatcher::serviceUnregistered, prompt, [prompt] {
        prompt->finish(unexpected(KeychainError{Kind::Missing, {}}));
    });
    connect(&bus, &SessionBus::lost, prompt, [prompt] {
        prompt->finish(unexpected(KeychainError{Kind::BusLost, {}}));
    });

    QDBusMessage call = QDBusMessage::createMethodCall(owner, path, interface, u"Prompt"_s);
    // No window to belong to: Tokenry's own may be on another display or a Wayland surface without an id.
    call << QString();
    bus.ask(call,
            [alive = QPointer<SecretPrompt>(prompt)](const Result<QVariantList, KeychainError> &answer) {
                if (!answer && alive)
                    alive->finish(unexpected(answer.error()));
            });
}

void SecretPrompt::completed(bool dismissed, const QDBusVariant & /*result*/)
{
    if (dismissed)
        finish(unexpected(KeychainError{Kind::Dismissed, {}}));
    else
        finish(Done());
}

void SecretPrompt::finish(Result<Done, KeychainError> answer)
{
    if (const auto then = std::exchange(m_then, {})) {
        deleteLater();
        then(std::move(answer));
    }
}

} // namespace tokenry
