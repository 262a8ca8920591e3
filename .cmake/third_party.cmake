# What we build from source. source_of(PACKAGE HEADER WHAT) sets <PACKAGE>_DIR: the directory the user names, or the source package of
# Debian's testing suite, fetched once.
function(source_of package header what)
  string(TOUPPER ${package} name)
  set(DEAL_COMPASS_${name}_DIR "" CACHE PATH "${what}; empty: fetched from Debian's testing suite")
  set(directory ${DEAL_COMPASS_${name}_DIR})
  if(NOT directory)
    set(directory ${PROJECT_SOURCE_DIR}/build/${package})
    if(NOT EXISTS ${directory}/${header})
      message(STATUS "Fetching ${package}")
      execute_process(COMMAND ${PROJECT_SOURCE_DIR}/.cmake/fetch-source ${package} ${header} ${directory} COMMAND_ERROR_IS_FATAL ANY)
    endif()
  endif()
  set(${name}_DIR ${directory} PARENT_SCOPE)
endfunction()

source_of(imgui imgui.h "Dear ImGui checkout, 1.92 or newer")
source_of(zlib zlib.h "zlib sources, 1.2.13 or newer")

file(STRINGS ${IMGUI_DIR}/imgui.h version REGEX "^#define IMGUI_VERSION_NUM +[0-9]+")
if(NOT version MATCHES "([0-9]+)$" OR CMAKE_MATCH_1 LESS 19200)
  message(FATAL_ERROR "Dear ImGui 1.92 or newer is needed, with its dynamic fonts; ${IMGUI_DIR} holds \"${version}\"")
endif()
