// SPDX-License-Identifier: MIT
#include "wording/helptext.h"

#include <QCoreApplication>

namespace tokenry::helptext
{

namespace
{

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(helptext)
};

} // namespace

Entries keys()
{
    return {
        {Words::tr("F1"), Words::tr("This help, which may stay open beside the window.")},
        {Words::tr("F5"), Words::tr("Read the databases and tokens of the cluster again.")},
        {Words::tr("Ctrl+F, or / in the table"),
         Words::tr("To the filter: names that match all terms, * and ? for anything, -test leaves names out. "
                   "Enter or Down "
                   "goes on to the rows, Esc empties it.")},
        {Words::tr("R, W, B"), Words::tr("Read, write or both, on the selected rows of the table. Once more "
                                         "takes it away.")},
        {Words::tr("Space"), Words::tr("The action of the column the keyboard is in.")},
        {Words::tr("Ctrl+V in the table"), Words::tr("Take the names out of a ticket that was copied.")},
        {Words::tr("Del"), Words::tr("Forget selected names that are not on the cluster.")},
        {Words::tr("Ctrl+Z, Ctrl+Shift+Z"),
         Words::tr("Undo and redo, of everything in the draft: description, expiry and permissions.")},
        {Words::tr("Ctrl+Enter"), Words::tr("Review the draft.")},
    };
}

Entries words()
{
    return {
        {Words::tr("Permission"), Words::tr("One action, read or write, on one database, or on all of the "
                                            "cluster (*), future ones too.")},
        {Words::tr("Draft"), Words::tr("What is being composed. Each profile has its own, and it is still "
                                       "there at the next start.")},
        {Words::tr("Request"),
         Words::tr("A draft that is ready to be reviewed. Its SHA-256 tells it from any "
                   "other, its short fingerprint at a glance; it can be saved for "
                   "somebody else's approval and holds no secret.")},
        {Words::tr("Token"), Words::tr("What the cluster keeps: its ID, description, permissions and "
                                       "expiry.")},
        {Words::tr("Secret"), Words::tr("The long text that programs send. The cluster shows it once, when "
                                        "the token is created.")},
        {Words::tr("Management token"), Words::tr("With it Tokenry creates and lists tokens. It begins with "
                                                  "M.V1. and belongs only in the keychain.")},
        {Words::tr("Missing database"), Words::tr("A name that is permitted but not on the cluster: a typing "
                                                  "error, or one that is yet to be made.")},
    };
}

QString secret()
{
    return Words::tr(
        "Nothing is created before “Create token” in Review. The secret then goes into this "
        "computer's keychain at once and is read back; the window closes only when it is stored, "
        "or when you have said what is to become of it. Enter never creates a token.");
}

} // namespace tokenry::helptext
