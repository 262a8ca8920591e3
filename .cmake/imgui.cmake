# Finds or fetches Dear ImGui and refuses versions without dynamic fonts.
set(DEAL_COMPASS_IMGUI_DIR "" CACHE PATH "Dear ImGui checkout, 1.92 or newer; empty: fetched from Debian's testing suite")

set(IMGUI_DIR ${DEAL_COMPASS_IMGUI_DIR})
if(NOT IMGUI_DIR)
  set(IMGUI_DIR ${PROJECT_SOURCE_DIR}/build/imgui)
  if(NOT EXISTS ${IMGUI_DIR}/imgui.h)
    message(STATUS "Fetching Dear ImGui")
    execute_process(COMMAND ${PROJECT_SOURCE_DIR}/.cmake/fetch-imgui ${IMGUI_DIR} COMMAND_ERROR_IS_FATAL ANY)
  endif()
endif()

file(STRINGS ${IMGUI_DIR}/imgui.h version REGEX "^#define IMGUI_VERSION_NUM +[0-9]+")
if(NOT version MATCHES "([0-9]+)$" OR CMAKE_MATCH_1 LESS 19200)
  message(FATAL_ERROR "Dear ImGui 1.92 or newer is needed; ${IMGUI_DIR} holds \"${version}\"")
endif()
