// SPDX-License-Identifier: MIT
#include "review/sumview.h"

#include <QFontDatabase>

#include <cmath>

namespace tokenry
{

SumView::SumView(QWidget *parent) : QPlainTextEdit(parent)
{
    setReadOnly(true);
    setTabChangesFocus(true);
    setUndoRedoEnabled(false);
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setWordWrapMode(QTextOption::WrapAnywhere);
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    document()->setDocumentMargin(2);
    // Room for 32 digits and not for 33.
    const QFontMetricsF digits(font());
    const qreal margin = 2 * document()->documentMargin();
    setFixedSize(static_cast<int>(std::ceil(digits.horizontalAdvance(QString(32, u'0')) + margin +
                                            digits.horizontalAdvance(u'0') / 2)),
                 static_cast<int>(std::ceil(2 * digits.lineSpacing() + margin)));
}

void SumView::showSum(const QString &sha256)
{
    setPlainText(sha256);
}

} // namespace tokenry
