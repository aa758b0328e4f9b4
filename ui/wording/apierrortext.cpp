// SPDX-License-Identifier: MIT
#include "wording/apierrortext.h"

#include "wording/apierrordetails.h"
#include "wording/visibletext.h"

#include <QCoreApplication>

namespace tokenry
{

namespace
{

using Kind = ApiError::Kind;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ApiErrorText)

public:
    [[nodiscard]] static QString headline(const ApiError &error, Situation situation);
    [[nodiscard]] static QString meaning(const ApiError &error, Situation situation);
    [[nodiscard]] static QString remedy(const ApiError &error, Situation situation);

private:
    [[nodiscard]] static QString refusal(Kind kind, Situation situation);
    [[nodiscard]] static QString silence(Kind kind);
    [[nodiscard]] static QString advice(const ApiError &error, Situation situation);
    [[nodiscard]] static QString notFoundAdvice(Situation situation);
    [[nodiscard]] static QString newToken(Situation situation, const QString &here, const QString &later);
    [[nodiscard]] static QString wait(const ApiError &error);
};

QString Words::headline(const ApiError &error, Situation situation)
{
    if (situation == Situation::Revoking && error.kind == Kind::NotFound &&
        error.effect == ApiError::Effect::Unclear)
        return tr("The answer was “not found”, and it need not be about this token.");
    const QString answered = refusal(error.kind, situation);
    return answered.isEmpty() ? silence(error.kind) : answered;
}

QString Words::refusal(Kind kind, Situation situation)
{
    switch (kind) {
    case Kind::BadRequest:
        return situation == Situation::Creating
                   ? tr("The server did not accept this token as it was described.")
                   : tr("The server did not accept the request.");
    case Kind::Unauthorized:
        return tr("The server did not accept the management token.");
    case Kind::PasswordWanted:
        return tr("A user name and a password are asked for in the place of the management token.");
    case Kind::Forbidden:
        switch (situation) {
        case Situation::Reading:
        case Situation::ReadingAtFirst:
            return tr("This management token may not list the databases of this cluster.");
        case Situation::ReadingTokens:
            return tr("This management token may not list the tokens of this cluster.");
        case Situation::Creating:
            return tr("This management token may not create database tokens on this cluster.");
        case Situation::Revoking:
            return tr("This management token may not revoke database tokens on this cluster.");
        case Situation::Testing:
            return tr("The management token is known, but has no right to this cluster.");
        }
        break;
    case Kind::NotFound:
        return situation == Situation::Revoking ? tr("The server does not know this token.")
                                                : tr("The server does not know this account or cluster.");
    case Kind::Conflict:
        return situation == Situation::Creating
                   ? tr("The server says that this conflicts with a token it already has.")
                   : tr("The server says that something else is changing this at the moment.");
    case Kind::TooManyRequests:
        return tr("The server asks to slow down.");
    case Kind::ServerError:
        return tr("The server failed while it worked on the request.");
    case Kind::Redirected:
        return tr("The server sent us to another address, and we did not follow.");
    case Kind::SignInPage:
        return tr("A web page came in the place of the server's answer.");
    case Kind::UnexpectedStatus:
        return tr("The server gave an answer that it should not give here.");
    case Kind::UnreadableAnswer:
        return tr("The server's answer could not be read.");
    case Kind::AnswerTooLarge:
        return tr("The server's answer was too large to take.");
    default:
        break;
    }
    return {};
}

QString Words::silence(Kind kind)
{
    switch (kind) {
    case Kind::HostNotFound:
        return tr("No server of this name was found.");
    case Kind::LookupTimedOut:
        return tr("The server's name could not be looked up: the name service does not answer.");
    case Kind::NetworkUnreachable:
        return tr("This computer has no way to the server: the network is not reachable.");
    case Kind::ConnectionRefused:
        return tr("The server could not be reached: it refused the connection.");
    case Kind::ConnectTimedOut:
        return tr("No secure connection came about: the server, or something on the way, keeps silent.");
    case Kind::TlsFailed:
        return tr("There is no secure connection to the server.");
    case Kind::CertificateSelfSigned:
        return tr("The server cannot be told from an impostor: it signed its certificate itself.");
    case Kind::AuthorityUnknown:
        return tr("The server cannot be told from an impostor: this computer does not know the authority "
                  "behind its certificate.");
    case Kind::CertificateForAnother:
        return tr("The server that answers is another one: its certificate is for a different name.");
    case Kind::CertificateExpired:
        return tr("The server's certificate has expired.");
    case Kind::CertificateNotYetValid:
        return tr("The server's certificate is not valid yet.");
    case Kind::ProxyFailed:
        return tr("The proxy between this computer and the server did not let us through.");
    case Kind::ProxyWantsPassword:
        return tr("The proxy between this computer and the server wants a password.");
    case Kind::DeadlinePassed:
        return tr("The server did not answer in time.");
    case Kind::Stopped:
        return tr("Stopped before the server answered.");
    case Kind::AuthorityUnusable:
        return tr("The profile's CA file cannot be used.");
    case Kind::NotAllowed:
        return tr("This address may not be used.");
    case Kind::TokenUnsendable:
        return tr("Nothing was sent: there is a blank, a line end or another odd character inside the "
                  "management token.");
    default:
        return tr("The connection to the server was lost.");
    }
}

QString Words::meaning(const ApiError &error, Situation situation)
{
    const bool unclear = error.effect == ApiError::Effect::Unclear;
    switch (situation) {
    case Situation::Reading:
        return tr("The databases could not be read. What was read before stays as it is.");
    case Situation::ReadingAtFirst:
        return tr("The databases could not be read.");
    case Situation::ReadingTokens:
        return tr("The tokens could not be read.");
    case Situation::Creating:
        return unclear ? tr("It is not clear whether a token was created: one may exist, and its secret did "
                            "not arrive.")
                       : tr("Nothing was created. Your draft is kept.");
    case Situation::Revoking:
        if (error.kind == Kind::NotFound && !unclear)
            return tr("There is nothing to revoke: it is gone, or was made for another cluster.");
        return unclear ? tr("It is not clear whether the token was revoked: it may still work.")
                       : tr("The token was not revoked: it is still valid.");
    case Situation::Testing:
        return tr("The connection does not work yet. Nothing was saved.");
    }
    return {};
}

QString Words::remedy(const ApiError &error, Situation situation)
{
    if (situation == Situation::Creating && error.effect == ApiError::Effect::Unclear)
        return tr("Creating again at once may leave two tokens. Tokenry looks for it on the cluster.");
    if (situation == Situation::Revoking && error.effect == ApiError::Effect::Unclear)
        return tr("Revoke it again: revoking twice does no harm.");
    return advice(error, situation);
}

QString Words::advice(const ApiError &error, Situation situation)
{
    switch (error.kind) {
    case Kind::BadRequest:
        return situation == Situation::Creating ? tr("Go back and change what the server names.")
                                                : tr("Check the account ID and the cluster ID.");
    case Kind::Unauthorized:
        return newToken(situation,
                        tr("Paste it again, whole; it may have expired or been revoked. A management token "
                           "begins with M.V1."),
                        tr("The management token may have expired or been revoked. Edit the profile and "
                           "paste a new one."));
    case Kind::Forbidden:
        return situation == Situation::Testing ? tr("Check that token, account ID and cluster ID belong "
                                                    "together. With a login of your own, an "
                                                    "administrator of the account has to allow it.")
                                               : tr("Use a management token of an administrator of the "
                                                    "account: members and auditors may do less.");
    case Kind::NotFound:
        return notFoundAdvice(situation);
    case Kind::Conflict:
        return situation == Situation::Creating
                   ? tr("Go back and give it a description that no active token has.")
                   : tr("Try again in a moment.");
    case Kind::TooManyRequests:
        return wait(error);
    case Kind::ServerError:
        return tr("Try again in a minute. If it stays so, the details help InfluxData's support.");
    case Kind::Redirected:
        return tr("Check the management URL: it is the address of the server itself, without a path. "
                  "Following would give the "
                  "management token to somebody else.");
    case Kind::PasswordWanted:
        return newToken(
            situation,
            tr("Either something in front of the server wants a sign-in of its own, which Tokenry cannot "
               "give: ask who runs the network. Or the management token is not accepted: paste "
               "it again, whole."),
            tr("Either something in front of the server wants a sign-in of its own, which Tokenry cannot "
               "give: ask who runs the network. Or the management token is not accepted: edit the "
               "profile and paste it anew."));
    case Kind::SignInPage:
        return tr("Open any page in a browser on this computer: the network may want a sign-in first, as in "
                  "a hotel. If it does not, check the management URL.");
    case Kind::UnexpectedStatus:
    case Kind::UnreadableAnswer:
        return tr("Check the management URL: another server, a proxy or a sign-in page may be answering in "
                  "its place.");
    case Kind::AnswerTooLarge:
        return tr("Check the management URL: no cluster sends this much.");
    case Kind::HostNotFound:
        return tr("Check that this computer is online, and the spelling of the management URL.");
    case Kind::LookupTimedOut:
        return tr("Check this computer's network and VPN: its name servers (DNS) may be out of reach.");
    case Kind::NetworkUnreachable:
        return tr("Connect this computer to a network, or to the VPN that leads there, and try again.");
    case Kind::ConnectionRefused:
        return tr("Check the management URL, its port, and whether a firewall or VPN is in the way.");
    case Kind::ConnectTimedOut:
        return tr("Try again in a minute. If it stays so, check the management URL, its port, and whether a "
                  "firewall or VPN is in the way.");
    case Kind::TlsFailed:
        return tr("Check the management URL and its port. Nothing is sent without a secure connection.");
    case Kind::CertificateSelfSigned:
        return tr("If this is your own server, name its certificate in the profile (CA file). If it is not, "
                  "do not go on: the network may be answering in the server's place.");
    case Kind::AuthorityUnknown:
        return tr("A private server's authority must be known to this computer or be named in the profile "
                  "(CA file). If the server is not private, the network may be answering in its place.");
    case Kind::CertificateForAnother:
        return tr("Check the management URL. A network that wants a sign-in first also answers like this: "
                  "open any page in a browser.");
    case Kind::CertificateExpired:
        return tr("Check this computer's clock. If it is right, the server's operator has to renew the "
                  "certificate.");
    case Kind::CertificateNotYetValid:
        return tr("Set this computer's clock: it is probably behind.");
    case Kind::ProxyFailed:
        return tr("Check the system's proxy settings, and ask who runs it.");
    case Kind::ProxyWantsPassword:
        return tr("Tokenry gives no password and no Windows sign-in (NTLM, Negotiate) to proxies. Ask who "
                  "runs it to let this server through "
                  "without one, or use another network.");
    case Kind::ConnectionLost:
    case Kind::DeadlinePassed:
        return tr("Check the network and try again.");
    case Kind::Stopped:
        return tr("Start again whenever you like.");
    case Kind::AuthorityUnusable:
        return tr("Put the file right, or name another one in the profile. Nothing was sent: without it the "
                  "server cannot be told from an impostor.");
    case Kind::NotAllowed:
        return tr("Use an https address; http is for this computer only.");
    case Kind::TokenUnsendable:
        return newToken(situation, tr("Paste it again, whole and in one line."),
                        tr("Edit the profile and paste it again, whole and in one line."));
    }
    return {};
}

QString Words::notFoundAdvice(Situation situation)
{
    switch (situation) {
    case Situation::Revoking:
        return tr("It may have been revoked by somebody else. Read the cluster again to see.");
    case Situation::Testing:
        return tr("Check the account ID and the cluster ID: each belongs in its own field.");
    default:
        return tr("Edit the profile and check the account ID and the cluster ID.");
    }
}

// The profile cannot be edited behind the dialog that offers to revoke.
QString Words::newToken(Situation situation, const QString &here, const QString &later)
{
    switch (situation) {
    case Situation::Testing:
        return here;
    case Situation::Revoking:
        return withoutManagementToken();
    default:
        return later;
    }
}

QString Words::wait(const ApiError &error)
{
    if (error.retryAfter && error.retryAfter->count() > 0)
        return tr("Try again in %1 s.").arg(error.retryAfter->count());
    return tr("Try again in a minute.");
}

} // namespace

QString withoutManagementToken()
{
    return Words::tr("Close this once the secret is safe, then edit the profile and paste a new management "
                     "token. An administrator can revoke the token by its ID.");
}

ErrorText textFor(const ApiError &error, Situation situation)
{
    constexpr qsizetype quoted = 300;
    ErrorText text{Words::headline(error, situation), Words::meaning(error, situation),
                   Words::remedy(error, situation), detailsOf(error)};
    // Which file is what the person has to know.
    if (error.kind == Kind::AuthorityUnusable && !error.technical.isEmpty())
        text.headline += u' ' + visibleText(error.technical, quoted);
    const QString said = error.serverMessage.trimmed();
    if (!said.isEmpty())
        text.headline += u' ' + Words::tr("The server says: “%1”.").arg(visibleText(said, quoted));
    return text;
}

} // namespace tokenry
