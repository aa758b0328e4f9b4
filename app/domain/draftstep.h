// SPDX-License-Identifier: MIT
#pragma once

namespace tokenry
{

/// What a step in composing a draft changes; undo and redo name it.
enum class DraftStep {
    Other,
    Typing,
    Date,
    Expiry,
    Read,
    Write,
    ReadAndWrite,
    ReadAll,
    WriteAll,
    OneByOne,
    WithoutAccess,
    AddName,
    RemoveName,
    Paste,
    Preset,
    Suggestion,
    Clear,
    Advice,
    WholeDraft,
};

} // namespace tokenry
