// SPDX-License-Identifier: MIT
#pragma once

#include <QComboBox>
#include <QWheelEvent>

namespace tokenry
{

/// A field that leaves the mouse wheel to what it stands on: a wheel that was meant for the page, or came by
/// accident, must change neither the cluster nor a permission.
class Chooser : public QComboBox
{
public:
    using QComboBox::QComboBox;

protected:
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
};

} // namespace tokenry
