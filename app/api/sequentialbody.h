// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QIODevice>

namespace tokenry
{

/// A request's body that can be read once. QNetworkAccessManager repeats a POST by itself when the connection
/// drops, unless the body cannot be rewound: then it gives up, and exactly one POST has left.
class SequentialBody : public QIODevice
{
    Q_OBJECT

public:
    explicit SequentialBody(QByteArray bytes, QObject *parent = nullptr);

    /// Whether the first byte has been handed out: until then the server cannot have the request.
    [[nodiscard]] bool wasBegun() const { return m_position > 0; }

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool atEnd() const override { return m_position == m_bytes.size(); }
    [[nodiscard]] qint64 bytesAvailable() const override { return m_bytes.size() - m_position; }
    // Refused without the warning that QIODevice prints.
    bool seek(qint64 position) override;
    bool reset() override;

protected:
    qint64 readData(char *data, qint64 maximum) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    const QByteArray m_bytes;
    qsizetype m_position = 0;
};

} // namespace tokenry
