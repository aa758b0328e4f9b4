// SPDX-License-Identifier: MIT
#pragma once

#include "gallery/gallery.h"

namespace tokenry::gallery
{

[[nodiscard]] std::vector<Scene> windowScenes();
[[nodiscard]] std::vector<Scene> connectionScenes();
[[nodiscard]] std::vector<Scene> importScenes();
[[nodiscard]] std::vector<Scene> composeScenes();
[[nodiscard]] std::vector<Scene> adviceScenes();
[[nodiscard]] std::vector<Scene> ticketScenes();
[[nodiscard]] std::vector<Scene> reviewScenes();
[[nodiscard]] std::vector<Scene> revealScenes();
[[nodiscard]] std::vector<Scene> demoScenes();

} // namespace tokenry::gallery
