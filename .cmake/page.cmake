# add_page(TARGET DIRECTORY HTML file CSS file JS file [LATER file] [TEXTS files…] [LIBRARY files…] [VAULT file] [WORKER file] [SINGLE name file] STATIC files…): makes the servable
# page of an Emscripten executable; LATER names the functions that arrive after the first frame, TEXTS
# are the texts of each language, LIBRARY are texts that may be asked for by name, VAULT is the shell's script for passphrases, WORKER its service worker, SINGLE the
# name of the same page in one file and the script that starts it there.
find_program(TERSER terser REQUIRED NO_CMAKE_FIND_ROOT_PATH)
find_program(BROTLI brotli REQUIRED NO_CMAKE_FIND_ROOT_PATH)
# An Emscripten of its own brings its Binaryen along.
find_program(WASM_SPLIT wasm-split REQUIRED HINTS ${EMSCRIPTEN_ROOT_PATH}/../bin NO_CMAKE_FIND_ROOT_PATH)
cmake_path(GET WASM_SPLIT PARENT_PATH BINARYEN_DIR)

function(add_page target directory)
  cmake_parse_arguments(page "" "HTML;CSS;JS;LATER;VAULT;WORKER" "SINGLE;TEXTS;LIBRARY;STATIC" ${ARGN})
  set(single_script)
  if(page_SINGLE)
    list(GET page_SINGLE 1 single_script)
  endif()
  set(later)
  if(page_LATER AND CMAKE_BUILD_TYPE STREQUAL "Release")
    set(later --later ${page_LATER} --binaryen ${BINARYEN_DIR})
    target_link_options(${target} PRIVATE --profiling-funcs -Wl,--no-demangle -sBINARYEN_EXTRA_PASSES=--one-caller-inline-max-function-size=40)
  endif()
  set(stamp ${CMAKE_CURRENT_BINARY_DIR}/${target}.page)
  set(script ${PROJECT_SOURCE_DIR}/.cmake/make_page.py)
  add_custom_command(
    OUTPUT ${stamp}
    COMMAND ${DEBIAN_NODE_PATH} ${Python3_EXECUTABLE} ${script}
      --app $<TARGET_FILE_DIR:${target}>/${target} --html ${page_HTML} --css ${page_CSS} --js ${page_JS}
      ${later} --texts ${page_TEXTS} --library ${page_LIBRARY}
      "$<$<BOOL:${page_WORKER}>:--worker;${page_WORKER}>" "$<$<BOOL:${page_VAULT}>:--vault;${page_VAULT}>" "$<$<BOOL:${page_SINGLE}>:--single;${page_SINGLE}>"
      --terser ${TERSER} --brotli ${BROTLI} $<$<CONFIG:Debug>:--debug> --out ${directory} -- ${page_STATIC}
    COMMAND ${CMAKE_COMMAND} -E touch ${stamp}
    DEPENDS ${target} ${script} ${PROJECT_SOURCE_DIR}/.cmake/split_program.py ${page_LATER} ${page_TEXTS} ${page_LIBRARY} ${page_HTML} ${page_CSS} ${page_JS} ${page_VAULT} ${page_WORKER} ${single_script} ${page_STATIC}
    COMMENT "Writing the page to ${directory}" VERBATIM COMMAND_EXPAND_LISTS)
  add_custom_target(${target}_page ALL DEPENDS ${stamp})
endfunction()
