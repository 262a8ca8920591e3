# Toolchain: the Emscripten whose emcc is on PATH. Debian's package keeps the JavaScript modules that emcc needs
# in /usr/share/nodejs, where only Debian's own node looks by itself.
find_program(EM_CONFIG em-config REQUIRED)
execute_process(COMMAND ${EM_CONFIG} EMSCRIPTEN_ROOT
  OUTPUT_VARIABLE emscripten_root OUTPUT_STRIP_TRAILING_WHITESPACE COMMAND_ERROR_IS_FATAL ANY)
include(${emscripten_root}/cmake/Modules/Platform/Emscripten.cmake)

set(DEBIAN_NODE_PATH ${CMAKE_COMMAND} -E env NODE_PATH=/usr/share/nodejs)
set(CMAKE_C_LINKER_LAUNCHER ${DEBIAN_NODE_PATH})
set(CMAKE_CXX_LINKER_LAUNCHER ${DEBIAN_NODE_PATH})
