// Parts of the C library that would travel with the first frame and hardly be used: defined here, the library's own stay out.
#include <cstdarg>

extern "C" {

// Reduces angles beyond a million turns, with a table of 2.7 KB. Nothing turns that far.
int __rem_pio2_large(double*, double* reduced, int, int, int) {  // NOLINT(bugprone-reserved-identifier): the library's name
    reduced[0] = reduced[1] = 0;
    return 0;
}

// Dear ImGui reads the version of the shading language with it: characters that stand for themselves, and %d. Its settings file and its
// own number fields, which need more, are not used.
int sscanf(const char* text, const char* format, ...) {
    std::va_list values;
    va_start(values, format);
    int found = 0;
    for (; *format != '\0'; ++format) {
        if (*format != '%') {
            if (*text++ != *format) break;
            continue;
        }
        if (*++format != 'd' || *text < '0' || *text > '9') break;
        int number = 0;
        for (; *text >= '0' && *text <= '9' && number < 100'000'000; ++text) number = number * 10 + (*text - '0');
        *va_arg(values, int*) = number;
        ++found;
    }
    va_end(values);
    return found;
}
}
