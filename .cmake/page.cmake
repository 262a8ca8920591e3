# add_page(TARGET DIRECTORY HTML file CSS file JS file STATIC files…): makes the servable page of an Emscripten executable.
find_program(TERSER terser REQUIRED NO_CMAKE_FIND_ROOT_PATH)
find_program(BROTLI brotli REQUIRED NO_CMAKE_FIND_ROOT_PATH)

function(add_page target directory)
  cmake_parse_arguments(page "" "HTML;CSS;JS" "STATIC" ${ARGN})
  set(stamp ${CMAKE_CURRENT_BINARY_DIR}/${target}.page)
  set(script ${PROJECT_SOURCE_DIR}/.cmake/make_page.py)
  add_custom_command(
    OUTPUT ${stamp}
    COMMAND ${DEBIAN_NODE_PATH} ${Python3_EXECUTABLE} ${script}
      --app $<TARGET_FILE_DIR:${target}>/${target} --html ${page_HTML} --css ${page_CSS} --js ${page_JS}
      --terser ${TERSER} --brotli ${BROTLI} $<$<CONFIG:Debug>:--debug> --out ${directory} ${page_STATIC}
    COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
    DEPENDS ${target} ${script} ${page_HTML} ${page_CSS} ${page_JS} ${page_STATIC}
    COMMENT "Writing the page to ${directory}" VERBATIM COMMAND_EXPAND_LISTS)
  add_custom_target(${target}_page ALL DEPENDS ${stamp})
endfunction()
