// SPDX-License-Identifier: MIT
#include "common/plainlabel.h"

#include <QLabel>
#include <QRegularExpression>
#include <QTextDocument>

namespace tokenry
{

QString breakable(const QString &text)
{
    // A line may end behind a slash as it is.
    static const QRegularExpression longWord(QStringLiteral("[^\\s/]{65,}"));
    constexpr qsizetype piece = 24;
    static const QString partEnds = QStringLiteral("_-.:,");
    QString result;
    qsizetype done = 0;
    for (auto words = longWord.globalMatch(text); words.hasNext();) {
        const QRegularExpressionMatch word = words.next();
        for (qsizetype at = word.capturedStart() + piece; at < word.capturedEnd(); at += piece) {
            // Rather behind a part of a name than within it.
            for (qsizetype before = at; before > at - piece / 2; --before) {
                if (partEnds.contains(text[before - 1])) {
                    at = before;
                    break;
                }
            }
            if (text[at].isLowSurrogate())
                ++at;
            result += text.mid(done, at - done) + QChar(0x200b);
            done = at;
        }
    }
    return result + text.mid(done);
}

QLabel *plainLabel(QWidget *parent, const QString &text)
{
    auto *const label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setText(breakable(text));
    return label;
}

QString asToolTip(const QString &text)
{
    return Qt::mightBeRichText(text) ? Qt::convertFromPlainText(text) : text;
}

QFont scaled(QFont font, double factor, bool bold)
{
    // Some systems give their font in pixels.
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(static_cast<int>(font.pixelSize() * factor));
    font.setBold(bold);
    return font;
}

} // namespace tokenry
