// SPDX-License-Identifier: MIT
#include "structure/blanked.h"

namespace tokenry::structure
{

namespace
{

class Blanker
{
public:
    Blanker(const QString &source, Blank what) : m_source(source), m_result(source), m_what(what) {}

    QString result()
    {
        while (m_at < m_source.size()) {
            if (sees(u"//"))
                comment(u"\n");
            else if (sees(u"/*"))
                comment(u"*/");
            else if (m_source[m_at] == u'"' && previous() == u'R')
                rawString();
            else if (m_source[m_at] == u'"' || (m_source[m_at] == u'\'' && !previous().isLetterOrNumber()))
                literal();
            else
                ++m_at;
        }
        return m_result;
    }

private:
    [[nodiscard]] bool sees(QStringView text) const
    {
        return QStringView(m_source).mid(m_at).startsWith(text);
    }
    [[nodiscard]] QChar previous() const { return m_at > 0 ? m_source[m_at - 1] : QChar(); }

    void comment(QStringView end)
    {
        const auto found = m_source.indexOf(end, m_at + 2);
        blankUntil(found < 0 ? m_source.size() : found + (end == u"\n" ? 0 : end.size()));
    }

    void literal()
    {
        const QChar quote = m_source[m_at];
        auto end = m_at + 1;
        while (end < m_source.size() && m_source[end] != quote && m_source[end] != u'\n')
            end += m_source[end] == u'\\' ? 2 : 1;
        literalUntil(end);
    }

    void rawString()
    {
        const auto open = m_source.indexOf(u'(', m_at);
        const QString close = u')' + m_source.mid(m_at + 1, open - m_at - 1) + u'"';
        const auto end = m_source.indexOf(close, m_at);
        literalUntil(open < 0 || end < 0 ? m_source.size() : end + close.size() - 1);
    }

    // Quotes stay: that there is a literal may matter, what it says does not.
    void literalUntil(qsizetype end)
    {
        ++m_at;
        if (m_what == Blank::CommentsAndLiterals)
            blankUntil(qMin(end, m_source.size()));
        m_at = end + 1;
    }

    void blankUntil(qsizetype end)
    {
        for (; m_at < end; ++m_at) {
            if (m_source[m_at] != u'\n')
                m_result[m_at] = u' ';
        }
    }

    const QString &m_source;
    QString m_result;
    Blank m_what;
    qsizetype m_at = 0;
};

} // namespace

QString blanked(const QString &source, Blank what)
{
    return Blanker(source, what).result();
}

} // namespace tokenry::structure
