#include "codec/deflate.h"

#include <doctest/doctest.h>
#include <string>

using namespace compass;

namespace {

constexpr std::size_t mebibyte = 1024 * 1024;
using DeflateResult = Inflated::Result;

}  // namespace

TEST_CASE("What is deflated is inflated again, whatever it is") {
    std::string every;
    for (int byte = 0; byte < 256; ++byte) every += static_cast<char>(byte);
    for (const std::string& text :
         {std::string(), std::string("a"), std::string("冯部长：方案、平手、活跃"), every + every, std::string(90000, 'x') + every}) {
        const std::string stream = deflated(text);
        const Inflated back = inflated(stream, mebibyte);
        if (text.size() > 10000) {
            CHECK(back.result == DeflateResult::too_large);  // 100 to 1
            continue;
        }
        CHECK(back.result == DeflateResult::ok);
        CHECK(back.bytes == text);
    }
}

TEST_CASE("A stream that grows beyond its limit is stopped there") {
    std::string text;
    for (int at = 0; text.size() < 50000; ++at) text += std::to_string(at * 7919);
    const std::string stream = deflated(text);
    CHECK(inflated(stream, text.size()).result == DeflateResult::ok);
    const Inflated stopped = inflated(stream, text.size() - 1);
    CHECK(stopped.result == DeflateResult::too_large);
    CHECK(stopped.bytes.empty());
    CHECK(inflated(deflated(std::string(64 * mebibyte, '0')), 128 * mebibyte).result == DeflateResult::too_large);
}

TEST_CASE("A stream cut off anywhere, or with something behind it, is damaged") {
    const std::string stream = deflated("赢单罗盘, the compass, 赢单罗盘, the compass");
    for (std::size_t size = 0; size < stream.size(); ++size)
        CHECK(inflated(std::string_view(stream).substr(0, size), mebibyte).result == DeflateResult::damaged);
    CHECK(inflated(stream + "x", mebibyte).result == DeflateResult::damaged);
}

TEST_CASE("The check value is that of ZIP files") { CHECK(compass::crc32("123456789") == 0xcbf43926); }
