// SPDX-License-Identifier: MIT
#pragma once

#include <QTabWidget>

namespace tokenry
{

class Issuance;
class SecretClipboard;

/// The request as it will be sent, and the same by other means: tabs JSON, curl and influxctl.
class CallView : public QTabWidget
{
    Q_OBJECT

public:
    CallView(const Issuance &issuance, SecretClipboard &clipboard, QWidget *parent = nullptr);
};

} // namespace tokenry
